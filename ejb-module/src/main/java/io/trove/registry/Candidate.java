package io.trove.registry;

import io.trove.event.Json;
import io.trove.jsonschema.JsonSchema;
import io.trove.jsonschema.Lift;
import io.trove.jsonschema.Lifted;
import io.trove.jsonschema.TooCostly;
import io.trove.ledger.Head;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A schema, registered or not, that is asked what it would make of events: as they are, or lifted to it. */
public final class Candidate {

    private final Catalog catalog;
    private final Head head;
    private final String id;
    private final JsonSchema schema;
    private final Optional<Lift> lift;
    private final Optional<Version> registered;

    /** One that is not registered; events come to it by its own lift, if it has one. */
    Candidate(Catalog catalog, Head head, String id, JsonSchema schema, Optional<Lift> lift) {
        this(catalog, head, id, schema, lift, Optional.empty());
    }

    private Candidate(
            Catalog catalog,
            Head head,
            String id,
            JsonSchema schema,
            Optional<Lift> lift,
            Optional<Version> registered) {
        this.catalog = catalog;
        this.head = head;
        this.id = id;
        this.schema = schema;
        this.lift = lift;
        this.registered = registered;
    }

    /** One that is registered; events come to it over the versions between. */
    static Candidate registered(Catalog catalog, Head head, String id, Version version) {
        JsonSchema schema = catalog.compiled(id, version, head).schema();
        return new Candidate(catalog, head, id, schema, Optional.empty(), Optional.of(version));
    }

    /** Why it would refuse the event of this document, as answers say it; nothing when it would not. */
    public List<Map<String, Object>> violations(Json document) {
        Json payload = document.member("payload").orElse(Json.nul());
        Lifted lifted =
                lift.isPresent() || registered.isPresent() ? lifted(document, payload) : new Lifted.Payload(payload);
        if (!(lifted instanceof Lifted.Payload done)) {
            return refusal(((Lifted.Refusal) lifted).why());
        }
        try {
            return schema.violations(done.payload()).stream()
                    .map(violation -> Nonconforming.members(violation.within("/payload")))
                    .toList();
        } catch (TooCostly costly) {
            return refusal(costly.getMessage());
        }
    }

    /** First to the version last registered, then by the candidate's own lift. */
    private Lifted lifted(Json document, Json payload) {
        Optional<String> from = document.at("/schema/version").flatMap(Json::text);
        if (registered.isPresent()) {
            return from.isEmpty()
                    ? new Lifted.Payload(payload)
                    : new Lifting(catalog, head, "").lift(payload, id, from.get(), registered.get());
        }
        Optional<Version> newest =
                catalog.ask(id, head, it -> it.newestFirst().stream().findFirst());
        if (from.isEmpty() || newest.isEmpty()) {
            return lift.orElseThrow().apply(payload);
        }
        Lifted before = new Lifting(catalog, head, "").lift(payload, id, from.get(), newest.get());
        return before instanceof Lifted.Payload done ? lift.orElseThrow().apply(done.payload()) : before;
    }

    private static List<Map<String, Object>> refusal(String why) {
        return List.of(Map.of("pointer", "/payload", "keyword", "", "got", why));
    }
}
