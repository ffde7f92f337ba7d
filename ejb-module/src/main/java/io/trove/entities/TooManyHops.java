package io.trove.entities;

import io.trove.refusal.Refusal;
import java.util.Map;

/** A command was sent because of an event that is as many hops from its first cause as any may be: things go round. */
final class TooManyHops extends Refusal {

    private static final long serialVersionUID = 1L;

    private final String event;

    TooManyHops(String event, int most) {
        super(
                "The event \"%s\" is %d hops from its first cause, and none may be further; see whether commands cause each other"
                        .formatted(event, most));
        this.event = event;
    }

    @Override
    public String slug() {
        return "too-many-hops";
    }

    @Override
    public String title() {
        return "Too many hops from the first cause";
    }

    @Override
    public int status() {
        return 422;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("event", event);
    }
}
