package io.trove.files;

import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerName;
import io.trove.ledger.Ledgers;
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
    private static final long FIRST_MS = Duration.ofSeconds(10).toMillis();
    private static final long EVERY_MS = Duration.ofMinutes(10).toMillis();

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
        timers.createIntervalTimer(FIRST_MS, EVERY_MS, new TimerConfig(WORK, false));
    }

    @Timeout
    void round() {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        try {
            keeping.chores(Duration.ofHours(verifyHours), verifying::newest, this::verify)
                    .round(this::isOurTurn, ledgers::all);
        } finally {
            running.set(false);
        }
    }

    private boolean isOurTurn() {
        Ledger installation = ledgers.find(LedgerName.INSTALLATION);
        return keeping.leased(installation, WORK, server, lease -> lease.hold().isPresent());
    }

    private void verify(Ledger ledger) {
        verifying.start(ledger, Caller.trove());
    }
}
