package io.trove.registry;

import io.trove.jsonschema.JsonSchema;

/** A registered version, ready to be asked. */
record Compiled(Registration registration, JsonSchema schema) {

    /** Of each example as it was sent, with what it is as a tree. */
    private static final int EXAMPLE_TIMES = 10;

    /** About how much memory it takes. */
    long bytes() {
        long examples = registration.examples().stream()
                .mapToLong(example -> example.canonical().length)
                .sum();
        return schema.bytes() + EXAMPLE_TIMES * examples;
    }
}
