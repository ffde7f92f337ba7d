package io.trove.files;

import io.trove.ledger.Caller;
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
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sweeps bytes that no event holds, and has files verified that it is time for; on the one server that holds the lease. */
@Startup
@Singleton
@DependsOn("FilesStart")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Tending {

    private static final String WORK = "files";
    private static final long EVERY_MS = Duration.ofMinutes(10).toMillis();
    private static final System.Logger LOG = System.getLogger("io.trove.files");

    private final String server = UUID.randomUUID().toString();
    private final AtomicBoolean running = new AtomicBoolean();

    @Resource
    private TimerService timers;

    @Inject
    @ConfigProperty(name = "TROVE_FILES_VERIFY_HOURS")
    private long verifyHours;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Keeping keeping;

    @Inject
    private Verifying verifying;

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
            Ledger installation = ledgers.find(LedgerName.INSTALLATION);
            if (keeping.leased(installation, WORK, server, lease -> lease.hold().isPresent())) {
                ledgers.all().forEach(this::tend);
            }
        } catch (Refusal unavailable) {
            LOG.log(Level.WARNING, "No file was looked after this time: {0}", unavailable.getMessage());
        } finally {
            running.set(false);
        }
    }

    /** One ledger that cannot be tended keeps no other from it. */
    private void tend(Ledger ledger) {
        try {
            int forgotten = keeping.sweep().sweep(ledger, keeping.shelf().nowMicros());
            if (forgotten > 0) {
                LOG.log(
                        Level.INFO,
                        "Of ledger {0}, {1} blobs that no event holds are forgotten",
                        ledger.name(),
                        forgotten);
            }
            if (verifyHours > 0 && isDue(ledger)) {
                verifying.start(ledger, Caller.trove());
            }
        } catch (Refusal refused) {
            LOG.log(
                    Level.ERROR,
                    "The files of ledger {0} are not looked after: {1}",
                    ledger.name(),
                    refused.getMessage());
        }
    }

    private boolean isDue(Ledger ledger) {
        long before =
                keeping.shelf().nowMicros() - Duration.ofHours(verifyHours).toMillis() * 1_000;
        return verifying
                .newest(ledger)
                .map(report -> report.state() == VerificationReport.State.INTERRUPTED || report.startedAt() < before)
                .orElse(true);
    }
}
