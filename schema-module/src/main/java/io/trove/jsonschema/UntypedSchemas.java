package io.trove.jsonschema;

import io.trove.event.Json;
import java.util.List;
import java.util.Map;

/** Finds the schemas that let in any value because they name no type. */
final class UntypedSchemas {
    private static final List<String> TYPING = List.of(
            "type", "enum", "const", "$ref", "$dynamicRef", "$recursiveRef", "allOf", "anyOf", "oneOf", "not", "if");
    private static final List<String> OF_ONE = List.of("items", "additionalProperties");

    private final Advice advice;

    UntypedSchemas(Advice advice) {
        this.advice = advice;
    }

    void look(Json schema, String pointer) {
        if (!schema.isObject()) {
            return;
        }
        if (TYPING.stream().noneMatch(keyword -> schema.member(keyword).isPresent())) {
            advice.give(
                    "no-type",
                    pointer,
                    "a schema without a type lets in any value, whatever else it says of one"
                            + " kind of value; name the type");
        }
        for (String keyword : List.of("properties", "$defs", "definitions")) {
            for (Map.Entry<String, Json> inner :
                    schema.member(keyword).orElse(Json.nul()).members().entrySet()) {
                look(inner.getValue(), pointer + '/' + keyword + '/' + UnshownProperties.escaped(inner.getKey()));
            }
        }
        for (String keyword : OF_ONE) {
            schema.member(keyword).ifPresent(inner -> look(inner, pointer + '/' + keyword));
        }
    }
}
