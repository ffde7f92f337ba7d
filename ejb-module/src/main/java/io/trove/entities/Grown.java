package io.trove.entities;

import io.trove.ledger.Appended;
import io.trove.ledger.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The ledgers that were appended to here, or are not done with, since somebody looked. */
@ApplicationScoped
class Grown {

    private final Set<Ledger> ledgers = ConcurrentHashMap.newKeySet();

    void hear(@Observes Appended appended) {
        add(appended.ledger());
    }

    void add(Ledger ledger) {
        ledgers.add(ledger);
    }

    /** All of them, which are then forgotten. */
    Set<Ledger> take() {
        Set<Ledger> taken = new HashSet<>(ledgers);
        ledgers.removeAll(taken);
        return taken;
    }
}
