package io.trove.ledger;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** The directory of ledgers: finds them by name, makes them, and says where they stand. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Ledgers {

    private static final int TRIES_MAX = 10;

    /** Other servers make ledgers too, and one of two that take the same number is the first. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);

    @PersistenceContext
    private EntityManager rows;

    @Inject
    private Directory directory;

    @Inject
    private Running running;

    /** The ledger of this name; {@link LedgerUnknown} when there is none. */
    public Ledger find(LedgerName name) {
        return lookUp(name).orElseThrow(() -> new LedgerUnknown(name.organization(), name.environment()));
    }

    /** The ledger of this name, if there is one. */
    public Optional<Ledger> lookUp(LedgerName name) {
        return directory.find(
                name,
                running.appends().isShared(),
                () -> StoreUnavailable.reading(() -> rows.createNamedQuery("LedgerRow.named", LedgerRow.class)
                        .setParameter("organization", name.organization())
                        .setParameter("environment", name.environment())
                        .getResultStream()
                        .findFirst()
                        .map(LedgerRow::ledger)));
    }

    /** All ledgers, by name. */
    public List<Ledger> all() {
        return StoreUnavailable.reading(() -> rows.createNamedQuery("LedgerRow.all", LedgerRow.class)
                .getResultStream()
                .map(LedgerRow::ledger)
                .toList());
    }

    /** The ledger of this name, made now if there is none; its first event carries the installation's public key. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Ledger create(LedgerName name, String publicKey) {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            Optional<Ledger> there = lookUp(name).or(() -> running.create(name, publicKey));
            if (there.isPresent()) {
                return there.get();
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(FIRST_PAUSE.toNanos() << tries));
        }
        throw new IllegalStateException("Ledger " + name + " could not be made in " + TRIES_MAX + " tries");
    }

    /** Where the ledger stands: everything below its size is there to be read. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Head head(Ledger ledger) {
        try {
            return running.appends().head(ledger);
        } catch (LedgerUnknown removed) {
            directory.forget(ledger.name());
            throw removed;
        }
    }

    /** Whether there was a ledger of this name that was removed. */
    public boolean wasRemoved(LedgerName name) {
        return StoreUnavailable.reading(() -> !rows.createNamedQuery("LedgerRemovalRow.named", LedgerRemovalRow.class)
                .setParameter("organization", name.organization())
                .setParameter("environment", name.environment())
                .setMaxResults(1)
                .getResultList()
                .isEmpty());
    }
}
