package io.trove.links;

import java.io.Serializable;
import java.util.Objects;

/** The key of a removal: the ledger, and the position of the event that says it. */
class RemovalPlace implements Serializable {

    private static final long serialVersionUID = 1L;

    private long ledgerId;
    private long position;

    RemovalPlace() {}

    @Override
    public boolean equals(Object other) {
        return other instanceof RemovalPlace that && ledgerId == that.ledgerId && position == that.position;
    }

    @Override
    public int hashCode() {
        return Objects.hash(ledgerId, position);
    }
}
