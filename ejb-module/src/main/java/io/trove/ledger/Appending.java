package io.trove.ledger;

import java.util.List;

/**
 * A batch on its way to the disk, once a batch, inside its transaction: observers contribute rows. They touch no
 * database, decide nothing and run no caller's code.
 */
public final class Appending {

    private final Ledger ledger;
    private final Head from;
    private final List<Placed> events;
    private final WriteSet writes;
    private final Past past;
    private byte[] tree;

    Appending(Ledger ledger, Head from, List<Placed> events, WriteSet writes, Past past) {
        this.ledger = ledger;
        this.from = from;
        this.events = List.copyOf(events);
        this.writes = writes;
        this.past = past;
        this.tree = from.tree();
    }

    /** The digests of events that were committed before a batch, by position. */
    interface Past {
        List<byte[]> digests(long from, long to);
    }

    public Ledger ledger() {
        return ledger;
    }

    /** Where the ledger stands before the batch. */
    public Head from() {
        return from;
    }

    /** The batch's events, in the order of their positions. */
    public List<Placed> events() {
        return events;
    }

    /** The digests of events that are there already, from a position up to, but without, another. */
    public List<byte[]> digests(long first, long end) {
        return first == end ? List.of() : past.digests(first, end);
    }

    /** Adds a row to what the transaction writes. */
    public void contribute(Row row) {
        writes.add(row);
    }

    /** Says what the head keeps of the tree after the batch. */
    public void grow(byte[] grown) {
        tree = grown;
    }

    byte[] tree() {
        return tree;
    }
}
