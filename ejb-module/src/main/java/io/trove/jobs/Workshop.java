package io.trove.jobs;

import io.trove.access.Access;
import io.trove.access.Permission;
import io.trove.access.Sight;
import io.trove.filter.Tables;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerId;
import io.trove.ledger.Ledgers;
import io.trove.ledger.Store;
import io.trove.refusal.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
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
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Where this server works at tasks of jobs: it finds those that nobody works at, in whatever ledger, and takes as many as
 * it has hands. While a stride takes long, its term is extended. A job that was begun here is found at once, those of other
 * servers, and what a dead one left, within seconds.
 */
@Startup
@Singleton
@DependsOn("FirstStart")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Workshop {

    private static final long EVERY_MS = 250;
    private static final int ALL_EVERY = 8;
    private static final System.Logger LOG = System.getLogger("io.trove.jobs");

    /** So many tasks at a time: one processor is left to those who ask, but of two tasks one often waits for the database. */
    static final int HANDS = Math.max(2, Runtime.getRuntime().availableProcessors() - 1);

    private final String server = UUID.randomUUID().toString();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Set<Ledger> hinted = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Taken> atWork = new ConcurrentHashMap<>();
    private int rounds;

    @Resource
    private TimerService timers;

    @Resource
    private ManagedExecutorService threads;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Store store;

    @Inject
    private Works works;

    @Inject
    private Access access;

    /** A task in this server's hands. */
    private record Taken(Ledger ledger, Task task) {}

    @PostConstruct
    void start() {
        timers.createIntervalTimer(EVERY_MS, EVERY_MS, new TimerConfig("jobs", false));
    }

    @PreDestroy
    void close() {
        closing.set(true);
    }

    /** Notes that a ledger's jobs have something to do. */
    public void hint(Ledger ledger) {
        hinted.add(ledger);
    }

    @Timeout
    void round() {
        if (!looking.compareAndSet(false, true)) {
            return;
        }
        try {
            boolean all = rounds++ % ALL_EVERY == 0;
            if (all) {
                atWork.values().forEach(this::extend);
            }
            Set<Ledger> due = new HashSet<>(hinted);
            hinted.removeAll(due);
            if (all) {
                due.addAll(atWork());
            }
            due.forEach(this::look);
        } catch (Refusal unavailable) {
            LOG.log(Level.WARNING, "No job was looked for this time: {0}", unavailable.getMessage());
        } finally {
            looking.set(false);
        }
    }

    /** The ledgers that have jobs to work at, asked for all together: an installation may have many, and few that do. */
    private List<Ledger> atWork() {
        Set<LedgerId> running = store.overAll(connection -> JobTable.ledgersWith(connection, JobState.RUNNING));
        return running.isEmpty()
                ? List.of()
                : ledgers.all().stream()
                        .filter(ledger -> running.contains(ledger.id()))
                        .toList();
    }

    private void extend(Taken taken) {
        try {
            store.with(taken.ledger(), tables -> new Terms(tables, server).extend(taken.task()));
        } catch (Refusal away) {
            LOG.log(Level.WARNING, "A task's term is not extended: {0}", away.getMessage());
        }
    }

    /** One ledger whose jobs cannot be worked at keeps no other's from it. */
    private void look(Ledger ledger) {
        try {
            boolean more = store.with(ledger, tables -> {
                boolean waiting = false;
                for (Job job : new JobTable(ledger, tables).in(JobState.RUNNING)) {
                    waiting |= look(tables, job);
                }
                return waiting;
            });
            if (more) {
                hinted.add(ledger);
            }
        } catch (Refusal refused) {
            LOG.log(Level.WARNING, "The jobs of {0} wait: {1}", ledger.name(), refused.getMessage());
        } catch (RuntimeException broken) {
            LOG.log(Level.ERROR, "Looking for the jobs of " + ledger.name() + " failed", broken);
        }
    }

    /** Takes what is free, as far as there are hands; whether there was more. */
    private boolean look(Tables tables, Job job) throws SQLException {
        var terms = new Terms(tables, server);
        for (long number : terms.free(job)) {
            if (atWork.size() >= HANDS) {
                return true;
            }
            Optional<Task> task = terms.take(job.id(), number);
            task.ifPresent(taken -> begin(job, taken));
        }
        if (new TaskTable(tables)
                .all(job.id()).stream().noneMatch(task -> task.phase() == job.phase() && task.isOpen())) {
            phaseEnded(tables, job);
        }
        return false;
    }

    private void begin(Job job, Task task) {
        UUID turn = UUID.randomUUID();
        atWork.put(turn, new Taken(job.ledger(), task));
        try {
            threads.execute(() -> work(job, task, turn));
        } catch (RuntimeException rejected) {
            atWork.remove(turn);
            throw rejected;
        }
    }

    private void work(Job job, Task task, UUID turn) {
        try {
            store.with(
                    job.ledger(),
                    tables -> new Turn(
                                    tables,
                                    new Terms(tables, server),
                                    works.of(job.kind()),
                                    this::seen,
                                    closing::get,
                                    job,
                                    task)
                            .run());
        } catch (Refusal away) {
            LOG.log(
                    Level.WARNING,
                    "Job {0} of {1} is left for now: {2}",
                    job.id(),
                    job.ledger().name(),
                    away.getMessage());
        } catch (RuntimeException | Error broken) {
            LOG.log(Level.ERROR, "A turn at job " + job.id() + " broke", broken);
        } finally {
            atWork.remove(turn);
            hinted.add(job.ledger());
        }
    }

    private Sight seen(Job job) {
        access.demand(job.caller(), job.ledger(), Permission.JOBS_RUN, "Running jobs");
        return access.sight(job.caller(), job.ledger());
    }

    /** What keeps the next phase from being planned fails the job. */
    private void phaseEnded(Tables tables, Job job) throws SQLException {
        long now = new Terms(tables, server).nowMicros();
        try {
            new Steps(tables, works.of(job.kind())).phaseEnded(job, now);
            hinted.add(job.ledger());
        } catch (Refusal refusal) {
            new JobTable(job.ledger(), tables)
                    .change(job, JobTable.Change.ended(job, JobState.FAILED, now, Optional.of(refusal.getMessage())));
        }
    }
}
