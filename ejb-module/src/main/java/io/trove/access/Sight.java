package io.trove.access;

import io.trove.ledger.Ledger;

/** What a caller may see of a ledger. Only access makes one, and every reading facade demands one. */
public final class Sight {

    private static final String EVERYTHING = "all";

    private final Ledger ledger;
    private final String version;

    private Sight(Ledger ledger, String version) {
        this.ledger = ledger;
        this.version = version;
    }

    static Sight everything(Ledger ledger) {
        return new Sight(ledger, EVERYTHING);
    }

    /** The ledger that is seen. */
    public Ledger ledger() {
        return ledger;
    }

    /** The same text as long as the same may be seen; a cursor that was made under another is stale. */
    public String version() {
        return version;
    }
}
