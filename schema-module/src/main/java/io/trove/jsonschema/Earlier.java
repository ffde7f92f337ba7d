package io.trove.jsonschema;

/** An earlier version of a schema, under the name that differences call it by, with what it may refer to. */
public record Earlier(String version, JsonSchema schema, References references) {}
