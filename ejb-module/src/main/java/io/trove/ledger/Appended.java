package io.trove.ledger;

/**
 * A hint, after the commit, that the ledger has new events: from {@code from} up to, but without, {@code to}. Observe it with
 * {@code @ObservesAsync}; with {@code @Observes} the appends that come next may wait, and so only what takes no time does.
 */
public record Appended(Ledger ledger, long from, long to) {}
