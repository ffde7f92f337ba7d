package io.trove.jsonschema;

/** Takes a warning. */
interface Advice {
    void give(String rule, String pointer, String advice);
}
