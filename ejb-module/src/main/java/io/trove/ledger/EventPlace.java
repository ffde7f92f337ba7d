package io.trove.ledger;

import java.io.Serializable;
import java.util.Objects;

/** The key of an event's row. */
class EventPlace implements Serializable {

    private static final long serialVersionUID = 1L;

    private long ledgerId;
    private long position;

    EventPlace() {}

    EventPlace(long ledgerId, long position) {
        this.ledgerId = ledgerId;
        this.position = position;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventPlace that && ledgerId == that.ledgerId && position == that.position;
    }

    @Override
    public int hashCode() {
        return Objects.hash(ledgerId, position);
    }
}
