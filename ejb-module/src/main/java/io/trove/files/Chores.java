package io.trove.files;

import io.trove.ledger.Ledger;
import io.trove.refusal.Refusal;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is done for the files of all ledgers from time to time: bytes that no event holds are swept, and files are verified that
 * it is time for.
 */
final class Chores {

    private static final System.Logger LOG = System.getLogger("io.trove.files");

    private final Sweep sweep;
    private final Shelf shelf;
    private final Duration verifyEvery;
    private final Function<Ledger, Optional<VerificationReport>> newest;
    private final Consumer<Ledger> verify;

    /** {@code verifyEvery}: zero for never. */
    Chores(
            Sweep sweep,
            Shelf shelf,
            Duration verifyEvery,
            Function<Ledger, Optional<VerificationReport>> newest,
            Consumer<Ledger> verify) {
        this.sweep = sweep;
        this.shelf = shelf;
        this.verifyEvery = verifyEvery;
        this.newest = newest;
        this.verify = verify;
    }

    /** Does them once, if this is whose turn it is. */
    void round(BooleanSupplier isOurTurn, Supplier<? extends Collection<Ledger>> ledgers) {
        try {
            if (isOurTurn.getAsBoolean()) {
                ledgers.get().forEach(this::tend);
            }
        } catch (Refusal unavailable) {
            LOG.log(Level.WARNING, "No file was looked after this time: {0}", unavailable.getMessage());
        }
    }

    /** One ledger that cannot be tended keeps no other from it. */
    private void tend(Ledger ledger) {
        try {
            int forgotten = sweep.sweep(ledger, shelf.nowMicros());
            if (forgotten > 0) {
                LOG.log(
                        Level.INFO,
                        "Of ledger {0}, {1} blobs that no event holds are forgotten",
                        ledger.name(),
                        forgotten);
            }
            if (!verifyEvery.isZero() && isDue(ledger)) {
                verify.accept(ledger);
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
        long before = shelf.nowMicros() - verifyEvery.toMillis() * 1_000;
        return newest.apply(ledger)
                .map(report -> report.state() == VerificationReport.State.INTERRUPTED || report.startedAt() < before)
                .orElse(true);
    }
}
