package io.trove.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The ledgers that this server has met; they never change, so they are remembered. */
@ApplicationScoped
class Directory {

    private final Map<LedgerName, Ledger> met = new ConcurrentHashMap<>();

    Optional<Ledger> find(LedgerName name, Supplier<Optional<Ledger>> lookUp) {
        Ledger known = met.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Ledger> found = lookUp.get();
        found.ifPresent(ledger -> met.put(name, ledger));
        return found;
    }
}
