package io.trove.entities;

import io.trove.filter.Tables;
import io.trove.ledger.Lease;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerId;
import io.trove.ledger.Ledgers;
import io.trove.ledger.Store;
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
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Follows every ledger from where it was left, on the one server that holds its lease: the states of its entities for
 * lists, and their snapshots. A ledger that was appended to here is gone on with at once, all others every few seconds.
 */
@Startup
@Singleton
@DependsOn("FirstStart")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Following {

    private static final long EVERY_MS = 500;
    private static final int ALL_EVERY = 6;

    /** So long a round for one ledger, so that no other waits for long. */
    private static final long ROUND_NANOS = 1_000_000_000L;

    private static final String WORK = "entities";
    private static final System.Logger LOG = System.getLogger("io.trove.entities");

    private final String server = UUID.randomUUID().toString();
    private final AtomicBoolean running = new AtomicBoolean();
    private final Map<LedgerId, Long> caughtUp = new HashMap<>();
    private int rounds;

    @Resource
    private TimerService timers;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Grown grown;

    @Inject
    private Store store;

    @Inject
    private Replays replays;

    @Inject
    private Sorting sorting;

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
            Set<Ledger> due = grown.take();
            if (rounds++ % ALL_EVERY == 0) {
                due.addAll(ledgers.all());
            }
            due.forEach(this::follow);
            sorting.tidy();
        } catch (Refusal unavailable) {
            LOG.log(Level.WARNING, "No ledger was followed this time: {0}", unavailable.getMessage());
        } finally {
            running.set(false);
        }
    }

    /** One ledger that cannot be followed keeps no other from it. */
    private void follow(Ledger ledger) {
        try {
            long size = ledgers.head(ledger).size();
            if (Objects.equals(caughtUp.get(ledger.id()), size)) {
                return;
            }
            if (store.<Boolean>with(ledger, tables -> isBehind(tables, ledger, size))) {
                grown.add(ledger);
            }
        } catch (Refusal refused) {
            LOG.log(Level.WARNING, "Ledger {0} was not followed: {1}", ledger.name(), refused.getMessage());
        } catch (RuntimeException broken) {
            LOG.log(Level.ERROR, "Following ledger " + ledger.name() + " failed", broken);
        }
    }

    /**
     * Goes on for a while, and no further than a stride where others append meanwhile, who need the processor; whether there is
     * more to do. A ledger that was found to be caught up with is left until it grows.
     */
    private boolean isBehind(Tables tables, Ledger ledger, long size) throws SQLException {
        Generation live = replays.live(tables, ledger);
        long from = new StateRows(tables, live.number()).followed();
        if (from >= size) {
            caughtUp.put(ledger.id(), size);
            return false;
        }
        long until = System.nanoTime() + ROUND_NANOS;
        long end = from;
        while (System.nanoTime() < until
                && (end - from < Stride.LENGTH || ledgers.head(ledger).size() == size)) {
            OptionalLong term = new Lease(tables, WORK, server).hold();
            if (term.isEmpty()) {
                return false;
            }
            OptionalLong reached = new Stride(tables, replays.ofAll(tables, ledger, live), live.number())
                    .below(size, term.getAsLong());
            if (reached.isEmpty() || reached.getAsLong() >= size) {
                return false;
            }
            end = reached.getAsLong();
        }
        return true;
    }
}
