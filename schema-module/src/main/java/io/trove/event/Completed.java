package io.trove.event;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** What an event says, together with the defaults for what it does not say. */
record Completed(
        Envelope sent,
        EventId id,
        Actor actor,
        String producer,
        Optional<SchemaId> schema,
        long createdAtMicros,
        Optional<String> traceId) {

    /** Writes each default to the members that lack it. */
    static Completed of(Envelope sent, Members members, Defaults defaults) {
        members.put(Member.LEDGER, defaults.ledgerUid());
        return new Completed(
                sent,
                id(sent, members, defaults),
                actor(sent, members, defaults),
                producer(sent, members, defaults),
                schema(sent, members, defaults),
                createdAt(sent, members, defaults.now()),
                traceId(sent, members, defaults));
    }

    private static EventId id(Envelope sent, Members members, Defaults defaults) {
        return sent.id().orElseGet(() -> {
            EventId id = new EventId(defaults.flakes().get(), 1);
            members.putId(id);
            return id;
        });
    }

    private static Actor actor(Envelope sent, Members members, Defaults defaults) {
        if (sent.actor().isEmpty()) {
            Actor actor = defaults.actor();
            members.put(
                    Member.ACTOR,
                    JsonBuilding.object(Map.of("type", actor.type(), "id", actor.id(), "role", actor.role())));
        }
        return sent.actor().orElse(defaults.actor());
    }

    private static String producer(Envelope sent, Members members, Defaults defaults) {
        if (sent.producer().isEmpty()) {
            members.put(Member.PRODUCER, defaults.producer());
        }
        return sent.producer().orElse(defaults.producer());
    }

    private static Optional<SchemaId> schema(Envelope sent, Members members, Defaults defaults) {
        if (sent.schema().isPresent()) {
            return sent.schema();
        }
        defaults.schema()
                .ifPresent(schema -> members.put(
                        Member.SCHEMA, JsonBuilding.object(Map.of("id", schema.id(), "version", schema.version()))));
        return defaults.schema();
    }

    private static long createdAt(Envelope sent, Members members, Instant now) {
        OptionalLong createdAt = sent.createdAtMicros();
        if (createdAt.isPresent()) {
            return createdAt.getAsLong();
        }
        long micros = Times.micros(now);
        members.put(Member.CREATED_AT, Times.text(micros));
        return micros;
    }

    private static Optional<String> traceId(Envelope sent, Members members, Defaults defaults) {
        if (members.has(Member.TRACE) || defaults.trace().isEmpty()) {
            return sent.traceId();
        }
        JsonNode trace = defaults.trace().get().tree();
        members.put(Member.TRACE, trace);
        return Optional.of(trace.path("traceId").asString("")).filter(traceId -> !traceId.isEmpty());
    }
}
