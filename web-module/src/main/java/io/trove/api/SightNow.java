package io.trove.api;

import io.trove.access.Access;
import io.trove.access.Sight;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import io.trove.refusal.Refusal;

/** What a caller may see of a ledger for as long as they follow it: asked again as time goes, because it may change. */
final class SightNow {

    private static final long HOLDS_NANOS = 500_000_000L;

    private final Access access;
    private final Caller caller;
    private final Ledger ledger;
    private Sight sight;
    private long since = System.nanoTime();

    SightNow(Access access, Visits.Visit visit) {
        this.access = access;
        this.caller = visit.caller();
        this.ledger = visit.ledger();
        this.sight = visit.sight();
    }

    /** A {@link Refusal} when the caller may not see it any more. */
    synchronized Sight get() {
        long now = System.nanoTime();
        if (now - since > HOLDS_NANOS) {
            sight = access.sight(caller, ledger);
            since = now;
        }
        return sight;
    }
}
