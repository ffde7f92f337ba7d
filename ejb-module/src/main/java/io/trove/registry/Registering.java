package io.trove.registry;

import io.trove.event.Json;
import io.trove.event.SchemaId;
import io.trove.jsonschema.InvalidLift;
import io.trove.jsonschema.JsonSchema;
import io.trove.jsonschema.Lift;
import io.trove.jsonschema.TooCostly;
import io.trove.jsonschema.Verdict;
import io.trove.jsonschema.Violation;
import io.trove.ledger.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges a registration by what is registered at a head. */
final class Registering {

    private Registering() {}

    static void judge(Catalog catalog, Head head, Json payload) {
        SchemaId schema = SchemaEvents.schema(payload);
        Registration registration = Registration.of(payload);
        if (catalog.shipped(schema.id())) {
            throw new SchemaInvalid(
                    "\"%s\" is a type of Trove's own; its schema is part of Trove".formatted(schema.id()));
        }
        Optional<Version> there = catalog.ask(schema.id(), head, it -> it.version(schema.version()));
        if (there.isPresent()) {
            throw new SchemaTaken(
                    schema, catalog.registration(schema.id(), there.get()).hasContentOf(registration));
        }
        JsonSchema compiled = catalog.compile(schema, registration, head);
        requireExamples(registration.examples(), compiled);
        registration.fold().require();
        registration.lift().ifPresent(lift -> requireLift(catalog, head, schema, read(lift), compiled));
        Verdict verdict = Verdicts.of(catalog, head, schema, registration, compiled, false);
        if (!verdict.compatible()) {
            throw new Incompatible(schema, verdict);
        }
    }

    static Lift read(Json lift) {
        try {
            return Lift.of(lift);
        } catch (InvalidLift invalid) {
            throw new SchemaInvalid(
                    "\"lift\" cannot be used: " + invalid.getMessage() + " (at /lift" + invalid.pointer() + ")");
        }
    }

    /** The examples of the version before become payloads of this one. */
    private static void requireLift(Catalog catalog, Head head, SchemaId schema, Lift lift, JsonSchema compiled) {
        List<Json> before = catalog.ask(schema.id(), head, Lineage::newestFirst).stream()
                .findFirst()
                .map(version -> catalog.registration(schema.id(), version).examples())
                .orElse(List.of());
        List<Lift.Failure> failures = lift.failures(before, payload -> refusal(compiled, payload));
        if (!failures.isEmpty()) {
            throw new SchemaInvalid("\"lift\" does not bring example %d of the version before to this one: %s"
                    .formatted(failures.get(0).index(), failures.get(0).why()));
        }
    }

    private static Optional<String> refusal(JsonSchema schema, Json payload) {
        try {
            return schema.violations(payload).stream().findFirst().map(Violation::message);
        } catch (TooCostly costly) {
            return Optional.of(costly.getMessage());
        }
    }

    private static void requireExamples(List<Json> examples, JsonSchema schema) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            String at = "/examples/" + i;
            try {
                schema.violations(examples.get(i)).forEach(each -> violations.add(each.within(at)));
            } catch (TooCostly costly) {
                throw new SchemaInvalid("The example at %s: %s".formatted(at, costly.getMessage()));
            }
        }
        if (!violations.isEmpty()) {
            throw new SchemaInvalid(
                    "An example does not conform to the schema: "
                            + violations.get(0).message(),
                    violations);
        }
    }
}
