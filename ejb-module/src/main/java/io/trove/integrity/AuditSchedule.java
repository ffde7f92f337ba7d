package io.trove.integrity;

import io.trove.ledger.Caller;
import io.trove.ledger.Lease;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerName;
import io.trove.ledger.Ledgers;
import io.trove.ledger.Store;
import io.trove.refusal.CannotStart;
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
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Audits each ledger once in a while, one after the other, on the one server that holds the lease. */
@Startup
@Singleton
@DependsOn("FirstStart")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditSchedule {

    private static final String WORK = "audits";
    private static final int HOURS_MAX = 24 * 366;
    private static final Duration LOOKED_FIRST_AFTER = Duration.ofSeconds(30);
    private static final Duration LOOKED_AFTER = Duration.ofMinutes(5);
    private static final System.Logger LOG = System.getLogger("io.trove.integrity");

    private final String server = UUID.randomUUID().toString();
    private final AtomicBoolean running = new AtomicBoolean();

    @Inject
    @ConfigProperty(name = "TROVE_AUDIT_HOURS")
    private int hours;

    @Resource
    private TimerService timers;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Store store;

    @Inject
    private Auditing auditing;

    @PostConstruct
    void start() {
        if (hours < 0 || hours > HOURS_MAX) {
            throw new CannotStart(
                    "TROVE_AUDIT_HOURS is %d: give 1 to %d, or 0 for no audits but those that are asked for"
                            .formatted(hours, HOURS_MAX));
        }
        if (hours > 0) {
            timers.createIntervalTimer(
                    LOOKED_FIRST_AFTER.toMillis(), LOOKED_AFTER.toMillis(), new TimerConfig(WORK, false));
        }
    }

    @Timeout
    void round() {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        try {
            ledgers.all().stream().takeWhile(ledger -> holdsLease()).forEach(this::audit);
        } catch (Refusal unavailable) {
            LOG.log(Level.WARNING, "No ledger was audited this time: {0}", unavailable.getMessage());
        } finally {
            running.set(false);
        }
    }

    private boolean holdsLease() {
        Ledger installation = ledgers.find(LedgerName.INSTALLATION);
        return store.with(
                installation, tables -> new Lease(tables, WORK, server).hold().isPresent());
    }

    private void audit(Ledger ledger) {
        AuditReport report = auditing.auditIfOlder(ledger, Caller.trove(), Duration.ofHours(hours));
        if (report.count() > 0) {
            LOG.log(
                    Level.ERROR,
                    "{0} disagrees with itself: audit {1} found {2} disagreements",
                    ledger.name(),
                    report.id(),
                    report.count());
        }
    }
}
