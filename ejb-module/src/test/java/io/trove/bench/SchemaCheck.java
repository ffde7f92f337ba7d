package io.trove.bench;

import io.trove.event.Json;
import io.trove.jsonschema.JsonSchema;
import io.trove.jsonschema.References;
import java.nio.charset.StandardCharsets;

/** What the registry adds to the append of the benchmark's event: its payload, parsed already, against a schema of its shape. */
final class SchemaCheck {

    private static final JsonSchema SCHEMA = JsonSchema.of(json("""
            {"type": "object", "required": ["title", "author"], "additionalProperties": false,
             "properties": {
               "title": {"type": "string", "minLength": 1, "maxLength": 200},
               "author": {"type": "string", "pattern": "^[A-Z][a-z]+ [A-Z][a-z]+$"},
               "pages": {"type": "integer", "minimum": 1, "maximum": 100000},
               "tags": {"type": "array", "items": {"type": "string"}, "maxItems": 10, "uniqueItems": true},
               "draft": {"type": "boolean"}}}"""), References.none());

    private SchemaCheck() {}

    static void check(Json event) {
        if (!SCHEMA.accepts(event.member("payload").orElseThrow())) {
            throw new IllegalStateException("The benchmark's event does not conform");
        }
    }

    static Json json(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
