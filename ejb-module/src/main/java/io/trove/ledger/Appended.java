package io.trove.ledger;

/** A hint, after the commit, that the ledger has new events: from {@code from} up to, but without, {@code to}. */
public record Appended(Ledger ledger, long from, long to) {}
