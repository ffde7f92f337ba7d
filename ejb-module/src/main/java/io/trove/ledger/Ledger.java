package io.trove.ledger;

/** A ledger as the directory knows it; nothing of it ever changes. */
public record Ledger(LedgerId id, LedgerName name, String uid, String origin) {}
