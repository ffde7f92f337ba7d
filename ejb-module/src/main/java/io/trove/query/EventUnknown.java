package io.trove.query;

import io.trove.refusal.Refusal;
import java.util.Map;

/** There is no such event, or none that the caller may see. */
public final class EventUnknown extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> facts;

    private EventUnknown(String which, Map<String, Object> facts) {
        super("There is no event %s that you may see in this ledger".formatted(which));
        this.facts = facts;
    }

    public static EventUnknown named(String id) {
        return new EventUnknown("\"%s\"".formatted(id), Map.of("id", id));
    }

    static EventUnknown at(long position) {
        return new EventUnknown("at position %d".formatted(position), Map.of("position", position));
    }

    @Override
    public String slug() {
        return "event-unknown";
    }

    @Override
    public String title() {
        return "No such event";
    }

    @Override
    public int status() {
        return 404;
    }

    @Override
    public Map<String, Object> facts() {
        return facts;
    }
}
