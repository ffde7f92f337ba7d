package io.trove.ledger;

import io.trove.event.EventId;
import io.trove.refusal.Refusal;
import java.util.Map;

/** A version of an event was sent whose predecessor is not there. */
public final class VersionGap extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient EventId id;
    private final int index;

    VersionGap(EventId id, int index) {
        super("Event \"%s\" has no version %d, so that version %d cannot follow it; send the versions in order"
                .formatted(id.id(), id.version() - 1, id.version()));
        this.id = id;
        this.index = index;
    }

    @Override
    public String slug() {
        return "event-version-gap";
    }

    @Override
    public String title() {
        return "Event version has no predecessor";
    }

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("id", id.id(), "version", id.version(), "index", index);
    }
}
