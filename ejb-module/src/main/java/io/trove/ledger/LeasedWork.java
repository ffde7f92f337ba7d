package io.trove.ledger;

import java.io.Serializable;
import java.util.Objects;

/** The key of a lease: its ledger and the work. */
class LeasedWork implements Serializable {

    private static final long serialVersionUID = 1L;

    private long ledgerId;
    private String work;

    LeasedWork() {}

    LeasedWork(long ledgerId, String work) {
        this.ledgerId = ledgerId;
        this.work = work;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LeasedWork that && ledgerId == that.ledgerId && work.equals(that.work);
    }

    @Override
    public int hashCode() {
        return Objects.hash(ledgerId, work);
    }
}
