package io.trove.ledger;

import io.trove.refusal.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * Appends what conforms to the ledger's settings, judged again whenever those moved before the commit. Nobody is refused by
 * settings that this server merely remembers.
 */
final class Conforming {

    private static final int TRIES_MAX = 100;

    private final Appends appends;
    private final Conforms settings;

    Conforming(Appends appends, Conforms settings) {
        this.appends = appends;
        this.settings = settings;
    }

    List<Receipt> append(Ledger ledger, Caller caller, Append append) {
        Head head = appends.remembered(ledger);
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            Conformed conformed;
            try {
                conformed = settings.conform(ledger, head, append.drafts());
            } catch (Refusal refusal) {
                Head now = appends.read(ledger);
                if (now.settingsVersion() == head.settingsVersion()) {
                    return appends.again(ledger, caller, append).orElseThrow(() -> refusal);
                }
                head = now;
                continue;
            }
            Optional<List<Receipt>> receipts = appends.append(ledger, caller, append, conformed);
            if (receipts.isPresent()) {
                return receipts.get();
            }
            head = appends.remembered(ledger);
        }
        throw new SettingsUnsettled(TRIES_MAX);
    }
}
