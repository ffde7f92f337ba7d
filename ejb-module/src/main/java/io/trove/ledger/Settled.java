package io.trove.ledger;

import io.trove.refusal.Refusal;

/** What became of one of several events that were appended each for itself. */
public sealed interface Settled {

    /** It is in the ledger, by this append or by an earlier one. */
    record Recorded(Receipt receipt) implements Settled {}

    /** It is not, and why. */
    record Refused(Refusal refusal) implements Settled {}

    /** It was left alone, because one before it was refused. */
    record Untried() implements Settled {}
}
