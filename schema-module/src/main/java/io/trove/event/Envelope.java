package io.trove.event;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The members of an event that Trove understands, read from a tree and checked. */
record Envelope(
        String type,
        Optional<EventId> id,
        Entity entity,
        Optional<Actor> actor,
        Optional<String> producer,
        Optional<SchemaId> schema,
        OptionalLong createdAtMicros,
        List<IndexKey> indexKeys,
        List<Link> links,
        Optional<String> traceId,
        Optional<String> correlationId,
        Optional<String> causeId,
        Optional<String> module,
        Optional<String> userId) {

    private static final Set<String> FORBIDDEN_IDS = Set.of("stream", "import", "at", "batch");
    private static final Set<String> CAUSE = Set.of("command", "commandId", "entity", "hops");
    private static final Set<String> CAUSE_ENTITY = Set.of("type", "id", "systemId", "version", "vector");

    static Envelope read(JsonNode event, Shape shape, Limits limits) {
        String type = shape.identifier("/type", event.path("type"), Bounds.TYPE_BYTES_MAX);
        objects(event, shape);
        FileShapes.check(event.path("files"), shape, limits.filesMax());
        return new Envelope(
                type,
                id(event.path("id"), shape),
                entity(event.path("entity"), type, shape),
                actor(event.path("actor"), shape),
                shape.optionalIdentifier("/producer", event.path("producer"), Bounds.PRODUCER_BYTES_MAX),
                schema(event.path("schema"), shape),
                createdAt(event.path("createdAt"), shape),
                IndexBy.keys(shape, event.path("indexBy"), event.path("payload"), limits.indexKeysMax()),
                links(event.path("links"), shape, limits.linksMax()),
                traceId(event.path("trace"), shape),
                correlationId(event.path("context"), shape),
                causeId(event.path("cause"), shape),
                shape.optionalIdentifier("/module", event.path("module"), Bounds.MODULE_BYTES_MAX),
                shape.optionalIdentifier("/userId", event.path("userId"), Bounds.USER_ID_BYTES_MAX));
    }

    Envelope withEntity(Entity other) {
        return new Envelope(
                type,
                id,
                other,
                actor,
                producer,
                schema,
                createdAtMicros,
                indexKeys,
                links,
                traceId,
                correlationId,
                causeId,
                module,
                userId);
    }

    Envelope withId(EventId other) {
        return new Envelope(
                type,
                Optional.of(other),
                entity,
                actor,
                producer,
                schema,
                createdAtMicros,
                indexKeys,
                links,
                traceId,
                correlationId,
                causeId,
                module,
                userId);
    }

    /** The same under a schema, found by these keys. */
    Envelope under(SchemaId schemaId, List<IndexKey> keys) {
        return new Envelope(
                type,
                id,
                entity,
                actor,
                producer,
                Optional.of(schemaId),
                createdAtMicros,
                keys,
                links,
                traceId,
                correlationId,
                causeId,
                module,
                userId);
    }

    private static void objects(JsonNode event, Shape shape) {
        shape.optionalText("/message", event.path("message"));
        shape.object("/metadata", event.path("metadata"));
        shape.object("/source", event.path("source"));
        shape.object("/http", event.path("http"));
        shape.object("/extensions", event.path("extensions"));
    }

    private static Optional<EventId> id(JsonNode node, Shape shape) {
        if (!shape.object("/id", node, Set.of("id", "version"))) {
            return Optional.empty();
        }
        String id = shape.identifier("/id/id", node.path("id"), Bounds.EVENT_ID_BYTES_MAX);
        OptionalInt version = shape.optionalVersion("/id/version", node.path("version"));
        if (FORBIDDEN_IDS.contains(id)) {
            shape.refuse("/id/id", node.path("id"), "an id that is not one of the words stream, import, at, batch");
        }
        return id.isEmpty() ? Optional.empty() : Optional.of(new EventId(id, version.orElse(1)));
    }

    private static Entity entity(JsonNode node, String eventType, Shape shape) {
        boolean sent = shape.object("/entity", node, Set.of("type", "id", "version"));
        if (sent && node.has("version")) {
            shape.refuse("/entity/version", node.path("version"), "nothing: Trove counts an entity's events");
        }
        Optional<String> id = shape.optionalIdentifier("/entity/id", node.path("id"), Bounds.ENTITY_ID_BYTES_MAX);
        if (node.has("type")) {
            return new Entity(shape.identifier("/entity/type", node.path("type"), Bounds.ENTITY_TYPE_BYTES_MAX), id);
        }
        String type = eventType.substring(0, eventType.contains(".") ? eventType.indexOf('.') : eventType.length());
        if (!eventType.isEmpty() && (type.isEmpty() || Shape.utf8Length(type) > Bounds.ENTITY_TYPE_BYTES_MAX)) {
            shape.refuse(
                    "/entity/type",
                    "nothing, and \"" + type + "\" before the first dot of the type",
                    "a text of 1 to " + Bounds.ENTITY_TYPE_BYTES_MAX + " bytes");
        }
        return new Entity(type, id);
    }

    private static Optional<Actor> actor(JsonNode node, Shape shape) {
        if (!shape.object("/actor", node)) {
            return Optional.empty();
        }
        return Optional.of(new Actor(
                shape.identifier("/actor/type", node.path("type"), Bounds.ACTOR_TYPE_BYTES_MAX),
                shape.identifier("/actor/id", node.path("id"), Bounds.ACTOR_ID_BYTES_MAX),
                shape.optionalIdentifier("/actor/role", node.path("role"), Bounds.ACTOR_ROLE_BYTES_MAX)));
    }

    private static Optional<SchemaId> schema(JsonNode node, Shape shape) {
        if (!shape.object("/schema", node, Set.of("id", "version"))) {
            return Optional.empty();
        }
        return Optional.of(new SchemaId(
                shape.identifier("/schema/id", node.path("id"), Bounds.SCHEMA_ID_BYTES_MAX),
                shape.identifier("/schema/version", node.path("version"), Bounds.SCHEMA_VERSION_BYTES_MAX)));
    }

    private static OptionalLong createdAt(JsonNode node, Shape shape) {
        if (node.isMissingNode()) {
            return OptionalLong.empty();
        }
        if (!node.isString()) {
            shape.refuse("/createdAt", node, "a time with an offset, such as 2024-03-15T10:30:00Z");
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Times.micros(node.stringValue()));
        } catch (DateTimeException e) {
            shape.refuse("/createdAt", node, "a time with an offset, such as 2024-03-15T10:30:00Z");
            return OptionalLong.empty();
        }
    }

    private static List<Link> links(JsonNode node, Shape shape, int linksMax) {
        if (!shape.array("/links", node, linksMax)) {
            return List.of();
        }
        List<Link> links = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            links.add(link("/links/" + i, node.get(i), shape));
        }
        return List.copyOf(links);
    }

    private static Link link(String pointer, JsonNode node, Shape shape) {
        shape.object(pointer, node, Set.of("type", "targetEvent", "metadata"));
        JsonNode target = node.path("targetEvent");
        shape.object(pointer + "/targetEvent", target, Set.of("id", "version"));
        shape.object(pointer + "/metadata", node.path("metadata"));
        return new Link(
                shape.identifier(pointer + "/type", node.path("type"), Bounds.LINK_TYPE_BYTES_MAX),
                shape.identifier(pointer + "/targetEvent/id", target.path("id"), Bounds.EVENT_ID_BYTES_MAX),
                shape.optionalVersion(pointer + "/targetEvent/version", target.path("version")),
                Optional.ofNullable(node.get("metadata")).map(Json::new));
    }

    private static Optional<String> traceId(JsonNode node, Shape shape) {
        shape.object("/trace", node);
        shape.optionalIdentifier("/trace/spanId", node.path("spanId"), Bounds.TRACE_ID_BYTES_MAX);
        shape.optionalIdentifier("/trace/parentEventId", node.path("parentEventId"), Bounds.EVENT_ID_BYTES_MAX);
        return shape.optionalIdentifier("/trace/traceId", node.path("traceId"), Bounds.TRACE_ID_BYTES_MAX);
    }

    private static Optional<String> correlationId(JsonNode node, Shape shape) {
        shape.object("/context", node);
        return shape.optionalIdentifier(
                "/context/correlationId", node.path("correlationId"), Bounds.CORRELATION_ID_BYTES_MAX);
    }

    private static Optional<String> causeId(JsonNode node, Shape shape) {
        if (!shape.object("/cause", node, CAUSE)) {
            return Optional.empty();
        }
        shape.optionalIdentifier("/cause/command", node.path("command"), Bounds.COMMAND_BYTES_MAX);
        if (node.has("hops")) {
            shape.whole("/cause/hops", node.path("hops"), 0, Integer.MAX_VALUE);
        }
        JsonNode entity = node.path("entity");
        if (shape.object("/cause/entity", entity, CAUSE_ENTITY)) {
            shape.optionalIdentifier("/cause/entity/type", entity.path("type"), Bounds.ENTITY_TYPE_BYTES_MAX);
            shape.optionalIdentifier("/cause/entity/id", entity.path("id"), Bounds.ENTITY_ID_BYTES_MAX);
            shape.optionalIdentifier("/cause/entity/systemId", entity.path("systemId"), Bounds.ENTITY_ID_BYTES_MAX);
            shape.optionalText("/cause/entity/vector", entity.path("vector"));
            if (entity.has("version")) {
                shape.whole("/cause/entity/version", entity.path("version"), 0, Long.MAX_VALUE);
            }
        }
        return shape.optionalIdentifier("/cause/commandId", node.path("commandId"), Bounds.COMMAND_BYTES_MAX);
    }
}
