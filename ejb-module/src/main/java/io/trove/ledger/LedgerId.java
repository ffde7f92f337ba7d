package io.trove.ledger;

/** A ledger's number, the first part of every key. */
public record LedgerId(long value) {}
