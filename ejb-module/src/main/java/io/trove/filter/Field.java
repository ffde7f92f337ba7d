package io.trove.filter;

import io.trove.event.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A text that an event says at one place, and can be asked for: its parameter, its column if it has one, its members. */
public enum Field {
    TYPE("type", "type", "type"),
    ENTITY_TYPE("entityType", "entity_type", "entity", "type"),
    ENTITY_ID("entityId", "entity_id", "entity", "id"),
    ACTOR_TYPE("actorType", "actor_type", "actor", "type"),
    ACTOR_ID("actorId", "actor_id", "actor", "id"),
    PRODUCER("producer", "producer", "producer"),
    SCHEMA("schema", "schema_id", "schema", "id"),
    SCHEMA_VERSION("schemaVersion", "schema_version", "schema", "version"),
    MODULE("module", "", "module"),
    USER_ID("userId", "", "userId"),
    TRACE_ID("traceId", "", "trace", "traceId"),
    CORRELATION_ID("correlationId", "", "context", "correlationId"),
    CAUSE_ID("causeId", "", "cause", "commandId");

    private static final Map<String, Field> BY_PARAMETER =
            Arrays.stream(values()).collect(Collectors.toMap(Field::parameter, Function.identity()));

    private final String parameter;
    private final String column;
    private final List<String> members;

    Field(String parameter, String column, String... members) {
        this.parameter = parameter;
        this.column = column;
        this.members = List.of(members);
    }

    static Optional<Field> named(String parameter) {
        return Optional.ofNullable(BY_PARAMETER.get(parameter));
    }

    /** The name in an address and in JSON. */
    public String parameter() {
        return parameter;
    }

    /** The column of the table {@code event}, for those that have one. */
    Optional<String> column() {
        return column.isEmpty() ? Optional.empty() : Optional.of(column);
    }

    /** The member of the document that says it, or of which a part does. */
    String member() {
        return members.get(0);
    }

    Optional<String> in(Function<String, Optional<Json>> document) {
        Optional<Json> at = document.apply(member());
        for (String member : members.subList(1, members.size())) {
            at = at.flatMap(value -> value.member(member));
        }
        return at.flatMap(Json::text);
    }
}
