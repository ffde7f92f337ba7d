package io.trove.ledger;

import io.trove.event.EventId;
import io.trove.refusal.Refusal;
import java.util.Map;

/** An event with this id and version is there, with another content. */
public final class IdTaken extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient EventId id;
    private final int index;

    IdTaken(EventId id, int index) {
        super(
                "An event \"%s\" version %d is there already, with another content; send it under an id of its own, or as version %d"
                        .formatted(id.id(), id.version(), id.version() + 1));
        this.id = id;
        this.index = index;
    }

    @Override
    public String slug() {
        return "event-id-taken";
    }

    @Override
    public String title() {
        return "Event id is taken";
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
