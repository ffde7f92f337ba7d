package io.trove.files;

import io.trove.ledger.Appender;
import io.trove.ledger.Caller;
import io.trove.ledger.Lease;
import io.trove.ledger.Ledger;
import io.trove.ledger.Ledgers;
import io.trove.refusal.Refusal;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Verifies the files of ledgers, each by one server at a time, and tells how far that is. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Verifying {

    private static final String WORK = "files.verify";
    private static final Duration HELD_AGAIN_EVERY = Duration.ofSeconds(5);
    private static final System.Logger LOG = System.getLogger("io.trove.files");

    private final String server = UUID.randomUUID().toString();

    @Resource
    private ManagedExecutorService threads;

    @Inject
    private Keeping keeping;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Appender appender;

    /** Begins a verification, or goes on with one that was interrupted; one that is running is answered as it is. */
    public VerificationReport start(Ledger ledger, Caller caller) {
        boolean isRunning = newest(ledger)
                .filter(report -> report.state() == VerificationReport.State.RUNNING)
                .isPresent();
        if (!isRunning && hold(ledger)) {
            Optional<Progress> there = keeping.progress().find(ledger);
            if (there.filter(progress -> progress.endedAt().isEmpty()).isEmpty()) {
                long below = ledgers.head(ledger).size();
                keeping.progress()
                        .keep(
                                ledger,
                                Progress.begin(caller.id(), keeping.shelf().nowMicros(), below));
            }
            threads.execute(() -> run(ledger));
        }
        return newest(ledger).orElseThrow();
    }

    /** The newest verification, if there ever was one. */
    public Optional<VerificationReport> newest(Ledger ledger) {
        boolean isHeld = keeping.leased(ledger, WORK, server, Lease::isHeld);
        return VerificationReport.of(keeping.progress().find(ledger), isHeld);
    }

    private boolean hold(Ledger ledger) {
        return keeping.leased(ledger, WORK, server, lease -> lease.hold().isPresent());
    }

    private void run(Ledger ledger) {
        try {
            var verification = keeping.verification(
                    ledger, heldOn(ledger), append -> appender.append(ledger, Caller.trove(), append));
            Optional<Progress> at = keeping.progress().find(ledger);
            while (at.isPresent() && at.get().endedAt().isEmpty() && hold(ledger)) {
                at = verification.goOn(at.get());
                at.ifPresent(reached -> keeping.progress().keep(ledger, reached));
            }
            giveUp(ledger);
        } catch (IOException unavailable) {
            interrupted(ledger, unavailable);
            giveUp(ledger);
        } catch (Refusal unavailable) {
            interrupted(ledger, unavailable);
        }
    }

    private static void interrupted(Ledger ledger, Exception unavailable) {
        LOG.log(Level.ERROR, "Verifying the files of {0} is interrupted: {1}", ledger.name(), unavailable.getMessage());
    }

    private void giveUp(Ledger ledger) {
        keeping.leased(ledger, WORK, server, lease -> {
            lease.giveUp(lease.hold().orElse(-1));
            return true;
        });
    }

    /** The lease is taken anew while a long file is read. */
    private BooleanSupplier heldOn(Ledger ledger) {
        long[] heldAt = {System.nanoTime()};
        return () -> {
            if (System.nanoTime() - heldAt[0] < HELD_AGAIN_EVERY.toNanos()) {
                return true;
            }
            heldAt[0] = System.nanoTime();
            return hold(ledger);
        };
    }
}
