package io.trove.ledger;

import io.trove.event.EventId;
import io.trove.event.Kept;
import io.trove.event.Pending;
import java.util.List;
import java.util.OptionalLong;

/** An event in its place, and where the events are that it mentions: what an append writes. */
public record Placed(
        long position,
        Pending event,
        OptionalLong entityVersion,
        long recordedAtMicros,
        Kept kept,
        List<Mentioned> mentioned) {

    Placed(long position, Pending event, OptionalLong entityVersion, long recordedAtMicros, Kept kept) {
        this(position, event, entityVersion, recordedAtMicros, kept, List.of());
    }

    Placed mentioning(List<Mentioned> others) {
        return new Placed(position, event, entityVersion, recordedAtMicros, kept, others);
    }

    public EventId id() {
        return event.id();
    }
}
