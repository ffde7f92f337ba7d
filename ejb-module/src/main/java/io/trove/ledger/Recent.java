package io.trove.ledger;

import io.trove.event.EventId;
import io.trove.filter.Marks;

/** What this server remembers of an event that was written a short while ago, for conditions. */
record Recent(long position, EventId id, Marks marks) {

    static Recent of(Placed placed) {
        return new Recent(placed.position(), placed.id(), Marks.of(placed.event()));
    }

    Match match() {
        return new Match(position, id, marks.type(), marks.entityType(), marks.entityId());
    }
}
