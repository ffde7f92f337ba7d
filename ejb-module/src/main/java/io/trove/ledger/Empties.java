package io.trove.ledger;

/** Takes away what a ledger has that is no row: asked before its rows go, as often as it takes, and then there may be nothing left. */
public interface Empties {

    void empty(Ledger removed);
}
