package io.trove.links;

import java.io.Serializable;
import java.util.Objects;

/** The key of a row of links: the ledger, the position of the event that says it, and which of its links. */
class LinkPlace implements Serializable {

    private static final long serialVersionUID = 1L;

    private long ledgerId;
    private long position;
    private long ordinal;

    LinkPlace() {}

    @Override
    public boolean equals(Object other) {
        return other instanceof LinkPlace that
                && ledgerId == that.ledgerId
                && position == that.position
                && ordinal == that.ordinal;
    }

    @Override
    public int hashCode() {
        return Objects.hash(ledgerId, position, ordinal);
    }
}
