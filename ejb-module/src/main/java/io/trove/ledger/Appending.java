package io.trove.ledger;

import java.util.List;

/**
 * A batch on its way to the disk, once a batch, inside its transaction: observers contribute rows. They touch no
 * database, decide nothing and run no caller's code.
 */
public final class Appending {

    private final Ledger ledger;
    private final List<Placed> events;
    private final WriteSet writes;

    Appending(Ledger ledger, List<Placed> events, WriteSet writes) {
        this.ledger = ledger;
        this.events = List.copyOf(events);
        this.writes = writes;
    }

    public Ledger ledger() {
        return ledger;
    }

    /** The batch's events, in the order of their positions. */
    public List<Placed> events() {
        return events;
    }

    /** Adds a row to what the transaction writes. */
    public void contribute(Row row) {
        writes.add(row);
    }
}
