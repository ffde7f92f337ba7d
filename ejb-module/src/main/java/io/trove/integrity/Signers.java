package io.trove.integrity;

import io.trove.access.SigningKeys;
import io.trove.ledger.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Knows who signs for which trees of a ledger. */
@ApplicationScoped
class Signers {

    @Inject
    private SigningKeys recorded;

    LedgerKeys of(Ledger ledger) {
        return LedgerKeys.of(ledger.origin(), recorded.of(ledger));
    }
}
