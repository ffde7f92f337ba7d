package io.trove.entities;

import io.trove.event.Json;
import io.trove.event.SchemaId;
import io.trove.event.Times;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/** An event as folds see it: where it is, and its kept document. */
final class Happened {

    /** What is always looked at of an event; what else there is, is read for the folds that look at all of it. */
    private static final Set<String> MEMBERS =
            Set.of("type", "id", "schema", "entity", "payload", "createdAt", "recordedAt");

    private final long position;
    private final int bytes;
    private final Json members;
    private final Supplier<Json> document;
    private final String type;
    private final Optional<EntityId> entity;

    private Happened(long position, int bytes, Json members, Supplier<Json> document) {
        this.position = position;
        this.bytes = bytes;
        this.members = members;
        this.document = document;
        this.type = text("type").orElse("");
        this.entity = EntityId.read(members.member("entity"));
    }

    /** One of which this is seen, of a document of so many bytes. */
    Happened(long position, int bytes, Json document) {
        this(position, bytes, document, () -> document);
    }

    static Happened of(long position, byte[] kept) {
        return new Happened(position, kept.length, Json.membersOf(kept, MEMBERS), () -> Json.kept(kept));
    }

    long position() {
        return position;
    }

    /** How long its document is. */
    int bytes() {
        return bytes;
    }

    Json document() {
        return document.get();
    }

    String type() {
        return type;
    }

    /** What it happened to, when that has a name. */
    Optional<EntityId> entity() {
        return entity;
    }

    /** Whether it happened to this one. */
    boolean isOf(EntityId one) {
        return entity.isPresent() && entity.get().equals(one);
    }

    OptionalLong version() {
        return members.member("entity")
                .flatMap(it -> it.member("version"))
                .map(Json::integer)
                .orElse(OptionalLong.empty());
    }

    Json payload() {
        return members.member("payload").orElse(Json.nul());
    }

    Optional<SchemaId> schema() {
        Optional<Json> schema = members.member("schema");
        Optional<String> id = schema.flatMap(it -> it.member("id")).flatMap(Json::text);
        Optional<String> version = schema.flatMap(it -> it.member("version")).flatMap(Json::text);
        return id.isPresent() && version.isPresent()
                ? Optional.of(new SchemaId(id.get(), version.get()))
                : Optional.empty();
    }

    /** When, as every kept document says it: in UTC with six decimals. */
    String recordedAt() {
        return text("recordedAt").orElseThrow();
    }

    long createdAtMicros() {
        return Times.micros(text("createdAt").orElseGet(this::recordedAt));
    }

    Mark mark() {
        return new Mark(position, members.member("id").orElseThrow(), recordedAt());
    }

    private Optional<String> text(String member) {
        return members.member(member).flatMap(Json::text);
    }
}
