package io.trove.containment;

import io.trove.event.Json;
import io.trove.jsonschema.JsonSchema;
import io.trove.jsonschema.References;
import java.util.Optional;

/** Schemas with the validator that events are validated by. */
final class SideOfTests {
    private SideOfTests() {}

    static Side of(Json schema) {
        JsonSchema compiled = JsonSchema.of(schema, References.none());
        return new Side(schema, uri -> Optional.empty(), compiled::accepts, value -> !compiled.accepts(value));
    }
}
