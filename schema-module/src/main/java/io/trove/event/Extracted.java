package io.trove.event;

import java.util.Optional;
import java.util.OptionalLong;

/** What is kept of an event beside its document, for finding it: the same again. */
public record Extracted(
        String eventId,
        long eventVersion,
        String type,
        String entityType,
        Optional<String> entityId,
        OptionalLong entityVersion,
        String actorType,
        String actorId,
        String producer,
        Optional<String> schemaId,
        Optional<String> schemaVersion,
        long createdAtMicros,
        long recordedAtMicros) {

    private static final byte[] IN_UTC = {'Z', '"'};

    /** Whether a document says the same; when this says no, whoever parses both can tell where. */
    boolean isOf(Members members) {
        return isId(members)
                && members.match(Member.TYPE).text(type).isAll()
                && isEntity(members.match(Member.ENTITY))
                && isActor(members)
                && members.match(Member.PRODUCER).text(producer).isAll()
                && isSchema(members)
                && members.micros(Member.CREATED_AT) == createdAtMicros
                && isRecordedAt(members);
    }

    private boolean isId(Members members) {
        return members.match(Member.ID)
                .ascii("{\"id\":")
                .text(eventId)
                .ascii(",\"version\":")
                .number(eventVersion)
                .ascii("}")
                .isAll();
    }

    private boolean isEntity(Match entity) {
        entity.ascii("{");
        if (entityId.isPresent()) {
            entity.ascii("\"id\":").text(entityId.get()).ascii(",");
        }
        entity.ascii("\"type\":").text(entityType);
        if (entityVersion.isPresent()) {
            entity.ascii(",\"version\":").number(entityVersion.getAsLong());
        }
        return entity.ascii("}").isAll();
    }

    /** An actor may have a role between its id and its type. */
    private boolean isActor(Members members) {
        return members.match(Member.ACTOR)
                        .ascii("{\"id\":")
                        .text(actorId)
                        .ascii(",")
                        .holds()
                && members.match(Member.ACTOR)
                        .last(",\"type\":", actorType, "}")
                        .isAll();
    }

    private boolean isSchema(Members members) {
        if (schemaId.isEmpty() || schemaVersion.isEmpty()) {
            return schemaId.isEmpty() && schemaVersion.isEmpty() && !members.has(Member.SCHEMA);
        }
        return members.match(Member.SCHEMA)
                .ascii("{\"id\":")
                .text(schemaId.get())
                .ascii(",\"version\":")
                .text(schemaVersion.get())
                .ascii("}")
                .isAll();
    }

    /** In the one form that Trove gives it: with as many digits, and in UTC. */
    private boolean isRecordedAt(Members members) {
        return members.length(Member.RECORDED_AT) == Times.TEXT_LENGTH + 2
                && members.endsWith(Member.RECORDED_AT, IN_UTC)
                && members.micros(Member.RECORDED_AT) == recordedAtMicros;
    }
}
