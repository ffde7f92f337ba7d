package io.trove.integrity;

import io.trove.event.Times;
import io.trove.files.KeptBytes;
import io.trove.ledger.Caller;
import io.trove.ledger.Follows;
import io.trove.ledger.Lease;
import io.trove.ledger.Ledger;
import io.trove.ledger.Store;
import io.trove.refusal.Refusal;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;

/** Audits ledgers, each by one server at a time, and tells what was found. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Auditing {

    private static final String WORK = "audit";
    private static final Duration HELD_AGAIN_AFTER = Duration.ofSeconds(2);
    private static final System.Logger LOG = System.getLogger("io.trove.integrity");

    private final String server = UUID.randomUUID().toString();

    @Resource
    private ManagedExecutorService threads;

    @Inject
    private Store store;

    @Inject
    private Signers signers;

    @Inject
    @Any
    private Instance<Follows> follows;

    @Inject
    private KeptBytes bytes;

    @Inject
    private Event<Audited> audited;

    /** Begins an audit, or goes on with one that was interrupted; one that is running is answered as it is. */
    public AuditReport start(Ledger ledger, Caller caller) {
        return start(ledger, caller, threads);
    }

    /** Audits a ledger now, unless one is running or the newest ended less than this ago; the newest in either case. */
    public AuditReport auditIfOlder(Ledger ledger, Caller caller, Duration age) {
        Optional<AuditReport> young = newest(ledger)
                .filter(report -> report.endedAtMicros().isPresent())
                .filter(report ->
                        report.endedAtMicros().getAsLong() > now() - TimeUnit.MILLISECONDS.toMicros(age.toMillis()));
        return young.orElseGet(() -> start(ledger, caller, Runnable::run));
    }

    private AuditReport start(Ledger ledger, Caller caller, Executor where) {
        Optional<AuditReport> newest = newest(ledger);
        if (newest.isPresent() && newest.get().state() == AuditReport.State.RUNNING) {
            return newest.get();
        }
        OptionalLong begun = store.with(ledger, tables -> {
            if (new Lease(tables, WORK, server).hold().isEmpty()) {
                return OptionalLong.empty();
            }
            boolean interrupted = newest.isPresent() && newest.get().state() == AuditReport.State.INTERRUPTED;
            return OptionalLong.of(
                    interrupted
                            ? newest.get().id()
                            : new AuditTable(tables).begin(caller.id(), now(), Whole.head(tables)));
        });
        begun.ifPresent(id -> where.execute(() -> run(ledger, id)));
        return newest(ledger).orElseThrow();
    }

    /** The audit that is to be gone on with: the newest, unless that is over, and then a new one. */
    public AuditReport open(Ledger ledger, Caller caller) {
        return newest(ledger)
                .filter(report -> report.state() != AuditReport.State.FINISHED)
                .orElseGet(() -> find(
                                ledger,
                                store.with(
                                        ledger,
                                        tables -> new AuditTable(tables).begin(caller.id(), now(), Whole.head(tables))))
                        .orElseThrow());
    }

    /** Goes on with an audit by a stride, unless it is over or somebody else is at it; how it is then. */
    public AuditReport goOn(Ledger ledger, long id) {
        AuditReport now = find(ledger, id).orElseThrow();
        if (now.state() != AuditReport.State.FINISHED) {
            Audit audit = audit(ledger);
            store.with(ledger, tables -> goOn(audit, tables, id));
        }
        return find(ledger, id).orElseThrow();
    }

    /** The newest audit, if there ever was one. */
    public Optional<AuditReport> newest(Ledger ledger) {
        long id = store.with(ledger, tables -> new AuditTable(tables).newestId());
        return find(ledger, id);
    }

    /** The newest audits, at most so many. */
    public List<AuditReport> newest(Ledger ledger, int limit) {
        long id = store.with(ledger, tables -> new AuditTable(tables).newestId());
        return LongStream.range(0, Math.min(id, limit))
                .mapToObj(back -> find(ledger, id - back))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The audit of this number. */
    public Optional<AuditReport> find(Ledger ledger, long id) {
        return store.with(ledger, tables -> {
            var audits = new AuditTable(tables);
            var lease = new Lease(tables, WORK, server);
            Optional<AuditTable.Kept> kept = audits.find(id);
            return kept.isEmpty()
                    ? Optional.empty()
                    : Optional.of(report(kept.get(), lease.isHeld(), audits.found(id)));
        });
    }

    private static AuditReport report(AuditTable.Kept kept, boolean held, List<Disagreement> found) {
        AuditReport.State unfinished = held ? AuditReport.State.RUNNING : AuditReport.State.INTERRUPTED;
        return new AuditReport(
                kept.id(),
                kept.endedAt().isPresent() ? AuditReport.State.FINISHED : unfinished,
                kept.requestedBy(),
                kept.startedAt(),
                kept.endedAt(),
                kept.size(),
                kept.at(),
                kept.read().files(),
                kept.read().bytes(),
                kept.count(),
                found);
    }

    private void run(Ledger ledger, long id) {
        try {
            Audit audit = audit(ledger);
            boolean more = true;
            while (more) {
                more = store.with(ledger, tables -> goOn(audit, tables, id));
            }
        } catch (Refusal unavailable) {
            LOG.log(Level.ERROR, "The audit of {0} is interrupted: {1}", ledger.name(), unavailable.getMessage());
        }
    }

    private boolean goOn(Audit audit, io.trove.filter.Tables tables, long id) throws java.sql.SQLException {
        var lease = new Lease(tables, WORK, server);
        var term = lease.hold();
        if (term.isEmpty()) {
            return false;
        }
        var audits = new AuditTable(tables);
        AuditTable.Kept before = audits.find(id).orElseThrow();
        boolean more = audit.goOn(tables, before);
        if (!more) {
            lease.giveUp(term.getAsLong());
        }
        if (!more || audits.find(id).orElseThrow().count() > before.count()) {
            audited.fire(new Audited(audit.ledger()));
        }
        return more;
    }

    private Audit audit(Ledger ledger) {
        return new Audit(
                ledger,
                signers.of(ledger),
                follows.stream().toList(),
                (hash, below) -> bytes.behind(ledger, hash, below, heldOn(ledger)),
                hands(ledger),
                Audit.STRIDE,
                Auditing::now);
    }

    /** The lease is taken anew while a long file is read. */
    private BooleanSupplier heldOn(Ledger ledger) {
        long[] heldAt = {System.nanoTime()};
        return () -> {
            if (System.nanoTime() - heldAt[0] < HELD_AGAIN_AFTER.toNanos()) {
                return true;
            }
            heldAt[0] = System.nanoTime();
            return store.with(
                    ledger, tables -> new Lease(tables, WORK, server).hold().isPresent());
        };
    }

    private Hands hands(Ledger ledger) {
        return new Hands() {
            @Override
            public <T> Future<T> look(Store.Work<T> work) {
                return threads.submit(() -> store.with(ledger, work));
            }
        };
    }

    private static long now() {
        return Times.micros(Instant.now());
    }
}
