package io.trove.api;

import io.trove.refusal.Refusal;
import java.util.Map;

/** An event has a newer version than the one that the caller saw. */
final class EventMoved extends Refusal {
    private static final long serialVersionUID = 1L;

    private final String id;
    private final String seen;

    EventMoved(String id, String seen) {
        super("Event \"%s\" has another newest version than the one under If-Match %s; read it and decide again"
                .formatted(id, seen));
        this.id = id;
        this.seen = seen;
    }

    @Override
    public String slug() {
        return "event-moved";
    }

    @Override
    public String title() {
        return "The event is not as you saw it";
    }

    @Override
    public int status() {
        return 412;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("id", id, "seen", seen);
    }
}
