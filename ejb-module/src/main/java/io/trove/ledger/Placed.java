package io.trove.ledger;

import io.trove.event.EventId;
import io.trove.event.Kept;
import io.trove.event.Pending;
import java.util.OptionalLong;

/** An event in its place: what an append writes. */
public record Placed(long position, Pending event, OptionalLong entityVersion, long recordedAtMicros, Kept kept) {

    public EventId id() {
        return event.id();
    }
}
