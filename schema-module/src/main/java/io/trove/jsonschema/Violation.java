package io.trove.jsonschema;

/**
 * Where a value does not conform: a JSON Pointer into it, the keyword that says so and where that stands in the schema,
 * what was got and what was wanted.
 */
public record Violation(String pointer, String keyword, String schemaLocation, String got, String wanted) {

    /** The same, in a value that has this one at {@code prefix}. */
    public Violation within(String prefix) {
        return new Violation(prefix + pointer, keyword, schemaLocation, got, wanted);
    }

    /** What was got and what was wanted, in a sentence. */
    public String message() {
        return (pointer.isEmpty() ? "The value" : pointer) + " is " + got + "; " + wanted + " was wanted";
    }
}
