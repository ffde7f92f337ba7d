package io.trove.access;

import java.io.Serializable;
import java.util.Objects;

/** The key of a row that follows an event: the event's ledger and position. */
class Place implements Serializable {

    private static final long serialVersionUID = 1L;

    private long ledgerId;
    private long position;

    Place() {}

    @Override
    public boolean equals(Object other) {
        return other instanceof Place that && ledgerId == that.ledgerId && position == that.position;
    }

    @Override
    public int hashCode() {
        return Objects.hash(ledgerId, position);
    }
}
