package io.trove.integrity;

import io.trove.ledger.Ledger;
import io.trove.refusal.Refusal;

/** A ledger is not what was signed before, so Trove does not sign it. */
public final class NotSigned extends Refusal {

    private static final long serialVersionUID = 1L;

    NotSigned(Ledger ledger, String why) {
        this(ledger.origin(), why);
    }

    NotSigned(String origin, String why) {
        super("The ledger %s is not signed: %s; audit it, and compare it with a checkpoint kept elsewhere"
                .formatted(origin, why));
    }

    @Override
    public String slug() {
        return "ledger-disagrees";
    }

    @Override
    public String title() {
        return "The ledger is not what was signed";
    }

    @Override
    public int status() {
        return 500;
    }
}
