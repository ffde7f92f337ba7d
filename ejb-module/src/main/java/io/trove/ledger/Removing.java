package io.trove.ledger;

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
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Removes whole ledgers. Who may, and what says so, is not decided here: the row that is written with the event that says so
 * ({@link #row}) is what counts, and whatever was interrupted behind it goes on by itself, on one server at a time.
 */
@Startup
@Singleton
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Removing {

    private static final String WORK = "ledgers.remove";
    private static final long FIRST_MS = Duration.ofSeconds(10).toMillis();
    private static final long EVERY_MS = Duration.ofMinutes(1).toMillis();

    /** Whoever was about to write something when the ledger went has written it by then, or never will. */
    private static final Duration STRAGGLERS = Duration.ofMinutes(10);

    private static final System.Logger LOG = System.getLogger("io.trove.ledger");

    private static final Table REMOVAL = new Table(
            "ledger_removal",
            Column.text("uid"),
            Column.number("removed_id"),
            Column.text("organization"),
            Column.text("environment"));

    private final String server = UUID.randomUUID().toString();
    private final Clock clock = Clock.systemUTC();
    private final AtomicBoolean running = new AtomicBoolean();

    @PersistenceContext
    private EntityManager rows;

    @Resource
    private TimerService timers;

    @Resource
    private ManagedExecutorService threads;

    @Inject
    private Owner owner;

    @Inject
    private Directory directory;

    @Inject
    private Running appends;

    @Inject
    private Ledgers ledgers;

    @Inject
    @Any
    private Instance<Empties> others;

    /** What was said before a crash and not done holds before anybody is answered. */
    @PostConstruct
    void start() {
        try {
            said().forEach(this::hide);
        } catch (Refusal unavailable) {
            LOG.log(Level.WARNING, "Ledgers that were removed may be there for now: {0}", unavailable.getMessage());
        }
        timers.createIntervalTimer(FIRST_MS, EVERY_MS, new TimerConfig(WORK, false));
    }

    /** The row that is written with the event that says that a ledger is removed. */
    public static Row row(Ledger removed) {
        return REMOVAL.row(
                removed.uid(),
                removed.id().value(),
                removed.name().organization(),
                removed.name().environment());
    }

    /** Whether this server may take rows away, which takes the account that owns the tables. */
    public boolean isAble(Ledger ledger) {
        return new Emptying(owner.source()).isAble(ledger);
    }

    /** Removes the ledger, which an event says: there is none from now on, and what is left of it goes soon. */
    public void remove(Ledger ledger) {
        hide(ledger);
        threads.execute(this::round);
    }

    private void hide(Ledger ledger) {
        new Emptying(owner.source()).hide(ledger, nowMicros());
        directory.forget(ledger.name());
        appends.appends().forget(ledger);
    }

    @Timeout
    void round() {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        try {
            said().forEach(this::hide);
            List<LedgerLeftoverRow> left = left();
            if (!left.isEmpty() && holdsLease()) {
                left.forEach(this::empty);
            }
        } catch (Refusal unavailable) {
            LOG.log(Level.WARNING, "What is left of removed ledgers stays for now: {0}", unavailable.getMessage());
        } finally {
            running.set(false);
        }
    }

    /** What an event says is removed, and an interruption left in the directory. */
    private List<Ledger> said() {
        return StoreUnavailable.reading(() -> rows.createNamedQuery("LedgerRow.removed", LedgerRow.class)
                .getResultStream()
                .map(LedgerRow::ledger)
                .toList());
    }

    private List<LedgerLeftoverRow> left() {
        return StoreUnavailable.reading(() -> rows.createNamedQuery("LedgerLeftoverRow.all", LedgerLeftoverRow.class)
                .getResultList());
    }

    private void empty(LedgerLeftoverRow left) {
        Ledger ledger = left.ledger();
        for (Empties each : others) {
            each.empty(ledger);
        }
        var emptying = new Emptying(owner.source());
        long taken = emptying.empty(ledger.id(), this::holdsLease);
        boolean isLate = left.removedAtMicros() + STRAGGLERS.toNanos() / 1_000 < nowMicros();
        if (taken == 0 && isLate && holdsLease()) {
            emptying.forget(ledger.id());
        }
        LOG.log(
                Level.INFO,
                "Of the removed ledger {0} ({1}), {2} rows were taken away",
                ledger.name(),
                ledger.uid(),
                taken);
    }

    private boolean holdsLease() {
        Ledger installation = ledgers.find(LedgerName.INSTALLATION);
        try (Connection connection = owner.source().getConnection()) {
            var tables = Database.of(connection).tables(connection, installation.id());
            return new Lease(tables, WORK, server).hold().isPresent();
        } catch (SQLException failure) {
            throw StoreUnavailable.nothingWritten(failure);
        }
    }

    private long nowMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }
}
