package io.trove.ledger;

import io.trove.event.Pending;
import io.trove.event.SchemaId;

/** The rows that every append writes: its events and, where it has a key, its idempotency. */
final class EventTable {

    private static final Table EVENT = new Table(
            "event",
            Column.number("position"),
            Column.text("event_id"),
            Column.number("event_version"),
            Column.text("type"),
            Column.text("entity_type"),
            Column.text("entity_id"),
            Column.number("entity_version"),
            Column.text("actor_type"),
            Column.text("actor_id"),
            Column.text("producer"),
            Column.text("schema_id"),
            Column.text("schema_version"),
            Column.number("created_at"),
            Column.number("recorded_at"),
            Column.bytes("content_digest"),
            Column.bytes("digest"),
            Column.bytes("seed"),
            Column.bytes("document"));

    private static final Table IDEMPOTENCY = new Table(
            "idempotency",
            Column.bytes("key_hash"),
            Column.bytes("request_digest"),
            Column.number("first_position"),
            Column.number("event_count"));

    private EventTable() {}

    static Row row(Placed placed) {
        Pending event = placed.event();
        return EVENT.row(
                placed.position(),
                event.id().id(),
                (long) event.id().version(),
                event.type(),
                event.entityType(),
                event.entityId().orElse(null),
                placed.entityVersion().isPresent() ? placed.entityVersion().getAsLong() : null,
                event.actor().type(),
                event.actor().id(),
                event.producer(),
                event.schema().map(SchemaId::id).orElse(null),
                event.schema().map(SchemaId::version).orElse(null),
                event.createdAtMicros(),
                placed.recordedAtMicros(),
                event.contentDigest(),
                placed.kept().digest(),
                event.seed(),
                placed.kept().document());
    }

    static Row row(byte[] keyHash, Known.Request request) {
        return IDEMPOTENCY.row(keyHash, request.requestDigest(), request.position(), request.count());
    }
}
