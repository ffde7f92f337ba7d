package io.trove.integrity;

import io.trove.ledger.Lease;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerName;
import io.trove.ledger.Ledgers;
import io.trove.refusal.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** Signs every ledger that has grown, every ten seconds, on the one server that holds the lease. */
@Startup
@Singleton
@DependsOn("FirstStart")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Checkpointing {

    static final long EVERY_MS = 10_000;

    private static final String WORK = "checkpoints";
    private static final System.Logger LOG = System.getLogger("io.trove.integrity");

    private final String server = UUID.randomUUID().toString();
    private final AtomicBoolean running = new AtomicBoolean();

    @Resource
    private TimerService timers;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Checkpoints checkpoints;

    @Inject
    private Witnesses witnesses;

    @Inject
    private Store store;

    @PostConstruct
    void start() {
        timers.createIntervalTimer(EVERY_MS, EVERY_MS, new TimerConfig(WORK, false));
    }

    @Timeout
    void round() {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        try {
            if (holdsLease()) {
                ledgers.all().forEach(this::sign);
            }
        } catch (Refusal unavailable) {
            LOG.log(Level.WARNING, "No ledger was signed this time: {0}", unavailable.getMessage());
        } finally {
            running.set(false);
        }
    }

    private boolean holdsLease() {
        Ledger installation = ledgers.find(LedgerName.INSTALLATION);
        return store.with(
                installation, tables -> new Lease(tables, WORK, server).hold().isPresent());
    }

    /** One ledger that cannot be signed keeps no other from it. */
    private void sign(Ledger ledger) {
        try {
            witnesses.show(ledger, checkpoints.sign(ledger));
            checkpoints.thin(ledger);
        } catch (Refusal refused) {
            LOG.log(Level.ERROR, "Ledger {0} has no new checkpoint: {1}", ledger.name(), refused.getMessage());
        }
    }
}
