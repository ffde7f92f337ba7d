package io.trove.entities;

import io.trove.event.Json;
import io.trove.event.SchemaId;
import io.trove.event.Times;
import java.util.Optional;
import java.util.OptionalLong;

/** An event as folds see it: where it is, and its kept document. */
record Happened(long position, Json document) {

    static Happened of(long position, byte[] document) {
        return new Happened(position, Json.parse(document));
    }

    String type() {
        return text("/type").orElse("");
    }

    /** What it happened to, when that has a name. */
    Optional<EntityId> entity() {
        return EntityId.read(document.member("entity"));
    }

    OptionalLong version() {
        return document.at("/entity/version").map(Json::integer).orElse(OptionalLong.empty());
    }

    Json payload() {
        return document.member("payload").orElse(Json.nul());
    }

    Optional<SchemaId> schema() {
        return text("/schema/id").flatMap(id -> text("/schema/version").map(version -> new SchemaId(id, version)));
    }

    long recordedAtMicros() {
        return Times.micros(text("/recordedAt").orElseThrow());
    }

    long createdAtMicros() {
        return text("/createdAt").map(Times::micros).orElseGet(this::recordedAtMicros);
    }

    Mark mark() {
        return new Mark(position, document.member("id").orElseThrow(), recordedAtMicros());
    }

    private Optional<String> text(String pointer) {
        return document.at(pointer).flatMap(Json::text);
    }
}
