package io.trove.entities;

import io.trove.event.Json;
import java.util.Map;
import java.util.TreeMap;

/** The events of any type of entity: {@code {type}.created}, {@code .updated} and {@code .deleted}. */
final class Lifecycle {

    static final String CREATED = ".created";
    static final String UPDATED = ".updated";
    static final String DELETED = ".deleted";
    static final String ENTITY_TYPE = "entityType";
    static final String DATA = "data";
    static final String PREVIOUS = "previousData";
    static final String NEW = "newData";

    private Lifecycle() {}

    /** What an event of the entity's own makes of it; the same when it is none of these. */
    static Content fold(Content content, String entityType, Happened event) {
        if (!event.type().startsWith(entityType)) {
            return content;
        }
        Json payload = event.payload();
        return switch (event.type().substring(entityType.length())) {
            case CREATED ->
                content.created(
                        payload.member(ENTITY_TYPE).isPresent()
                                ? payload.member(DATA).orElse(Json.object(Map.of()))
                                : payload);
            case UPDATED -> updated(content, payload);
            case DELETED -> content.deleted(event.position());
            default -> content;
        };
    }

    /** What {@code previousData} names and {@code newData} does not is no longer there. */
    private static Content updated(Content content, Json payload) {
        if (payload.member(NEW).isEmpty()) {
            return content.merged(payload);
        }
        Json changed = payload.member(NEW).get();
        Json previous = payload.member(PREVIOUS).orElse(Json.nul());
        Map<String, Object> kept =
                new TreeMap<>(content.data().map(Json::members).orElse(Map.of()));
        previous.members().keySet().stream()
                .filter(name -> changed.member(name).isEmpty())
                .forEach(kept::remove);
        kept.putAll(changed.members());
        return content.with(Json.object(kept));
    }
}
