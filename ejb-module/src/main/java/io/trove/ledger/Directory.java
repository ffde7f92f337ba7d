package io.trove.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds ledgers by name, and remembers those that it has met: each request asks for some. They never change, but may be
 * removed: where another server can do that, the database is asked again.
 */
@ApplicationScoped
public class Directory {

    private static final long HOLDS_NANOS = 800_000_000L;

    @PersistenceContext
    private EntityManager rows;

    @Inject
    private Running running;

    private final Map<LedgerName, Met> met = new ConcurrentHashMap<>();

    /** A ledger, and when it was looked up. */
    private record Met(Ledger ledger, long atNanos) {}

    /** The ledger of this name, if there is one. */
    public Optional<Ledger> lookUp(LedgerName name) {
        Met known = met.get(name);
        long now = System.nanoTime();
        if (known != null && (!running.appends().isShared() || now - known.atNanos < HOLDS_NANOS)) {
            return Optional.of(known.ledger);
        }
        Optional<Ledger> found = read(name);
        found.ifPresentOrElse(ledger -> met.put(name, new Met(ledger, now)), () -> met.remove(name));
        return found;
    }

    private Optional<Ledger> read(LedgerName name) {
        return StoreUnavailable.reading(() -> rows.createNamedQuery("LedgerRow.named", LedgerRow.class)
                .setParameter("organization", name.organization())
                .setParameter("environment", name.environment())
                .getResultStream()
                .findFirst()
                .map(LedgerRow::ledger));
    }

    void forget(LedgerName name) {
        met.remove(name);
    }
}
