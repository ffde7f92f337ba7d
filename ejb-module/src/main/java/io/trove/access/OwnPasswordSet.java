package io.trove.access;

import io.trove.ledger.Caller;

/** A caller set their own password; whoever they are by it goes on. */
public record OwnPasswordSet(Caller caller) {}
