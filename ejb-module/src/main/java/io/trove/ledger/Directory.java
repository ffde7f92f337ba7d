package io.trove.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The ledgers that this server has met. They never change, but may be removed: where another server can, it is asked again. */
@ApplicationScoped
class Directory {

    private static final long HOLDS_NANOS = 800_000_000L;

    private final Map<LedgerName, Met> met = new ConcurrentHashMap<>();

    /** A ledger, and when it was looked up. */
    private record Met(Ledger ledger, long atNanos) {}

    /** {@code isShared}: whether another server may remove it. */
    Optional<Ledger> find(LedgerName name, boolean isShared, Supplier<Optional<Ledger>> lookUp) {
        Met known = met.get(name);
        long now = System.nanoTime();
        if (known != null && (!isShared || now - known.atNanos < HOLDS_NANOS)) {
            return Optional.of(known.ledger);
        }
        Optional<Ledger> found = lookUp.get();
        found.ifPresentOrElse(ledger -> met.put(name, new Met(ledger, now)), () -> met.remove(name));
        return found;
    }

    void forget(LedgerName name) {
        met.remove(name);
    }
}
