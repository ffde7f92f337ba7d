package io.trove.entities;

import io.trove.event.Draft;
import io.trove.event.Json;
import io.trove.ledger.Caller;
import java.util.LinkedHashMap;
import java.util.Map;

/** An entity's fold failed at this event: its state stays as it was before, until the fold succeeds or the event is skipped. */
public record Parked(long position, String why) {

    static final String SKIPPED = "entity.skipped";
    static final String RETRIED = "entity.retried";

    private static final int WHY_LENGTH_MAX = 1_000;

    public Parked {
        why = why.length() > WHY_LENGTH_MAX ? why.substring(0, WHY_LENGTH_MAX) : why;
    }

    /** As answers say it. */
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("position", position);
        members.put("why", why);
        return members;
    }

    /** The position that an {@code entity.skipped} is about. */
    static long skipped(Happened event) {
        return event.payload().member("position").orElseThrow().integer().orElseThrow();
    }

    static Draft skip(EntityId entity, Caller by, long position, String reason) {
        return draft(SKIPPED, entity, by, Map.of("position", position, "reason", reason));
    }

    static Draft retry(EntityId entity, Caller by) {
        return draft(RETRIED, entity, by, Map.of());
    }

    private static Draft draft(String type, EntityId entity, Caller by, Map<String, ?> payload) {
        var actor = new LinkedHashMap<String, Object>();
        actor.put("type", by.actor().type());
        actor.put("id", by.actor().id());
        actor.put("role", by.actor().role());
        return Draft.of(
                Json.object(Map.of("type", type, "entity", entity.members(), "actor", actor, "payload", payload)));
    }
}
