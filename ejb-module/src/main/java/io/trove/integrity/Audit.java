package io.trove.integrity;

import io.trove.files.KeptBytes;
import io.trove.filter.Tables;
import io.trove.ledger.Follows;
import io.trove.ledger.Ledger;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * One audit of a ledger, stretch by stretch. Where it is and what it found is kept after each, so that whoever goes on
 * with it begins there; nothing that it finds is changed.
 */
record Audit(
        Ledger ledger,
        LedgerKeys keys,
        List<Follows> follows,
        Bytes bytes,
        Hands hands,
        int stride,
        LongSupplier nowMicros) {

    /** So many events are behind the audit before it keeps where it is, unless it takes longer. */
    static final int STRIDE = 1_024 * Stretch.LENGTH;

    /** The rows that follow are counted while the last of these are looked at. */
    private static final int COUNTED_BEFORE_END = 64 * Stretch.LENGTH;

    private static final long KEPT_AFTER_NANOS = 1_000_000_000L;

    /** The bytes of files that come next behind those of a hash, below a position, and what was found of them. */
    interface Bytes {
        Optional<KeptBytes.Reread> behind(String hash, long below);
    }

    /**
     * Looks at the next stretches, at the whole behind the last, and then at the next bytes of files; false when the audit
     * is over, or must be left to another server.
     */
    boolean goOn(Tables tables, AuditTable.Kept from) throws SQLException {
        return from.at() < from.size() ? events(tables, from) : bytes(tables, from);
    }

    private boolean events(Tables tables, AuditTable.Kept from) throws SQLException {
        AllCheckpoints checkpoints = AllCheckpoints.of(tables, keys);
        var grown = new Grown(tables, checkpoints.signed(), from);
        var counts = new Counts(from.size());
        long end = look(from.at(), Math.min(from.size(), from.at() + stride), grown, counts);
        var found = new ArrayList<>(grown.found());
        if (end == from.size()) {
            found.addAll(checkpoints.found());
            new Whole(tables, from, checkpoints).look(grown.tree(), found);
            others(tables, from, counts.sum() == grown.rows(), found);
        }
        var to = new AuditTable.Kept(
                from.id(),
                from.requestedBy(),
                from.startedAt(),
                OptionalLong.empty(),
                from.size(),
                from.headTree(),
                end,
                grown.tree().bytes(),
                grown.recordedAt(),
                from.count() + found.size(),
                grown.rows(),
                from.read());
        return new AuditTable(tables).moveOn(from, to, found);
    }

    /** Has bytes read for a while; the audit ends behind the last. */
    private boolean bytes(Tables tables, AuditTable.Kept from) throws SQLException {
        var found = new ArrayList<Disagreement>();
        AuditTable.Read read = from.read();
        boolean over = false;
        for (long until = System.nanoTime() + KEPT_AFTER_NANOS; !over && System.nanoTime() - until < 0; ) {
            Optional<KeptBytes.Reread> next = bytes.behind(read.behind(), from.size());
            if (next.isEmpty()) {
                return false;
            }
            next.get().differences().forEach(difference -> found.add(Disagreement.of(difference)));
            over = next.get().hash().isEmpty();
            if (!over) {
                read = new AuditTable.Read(
                        next.get().hash().get(),
                        read.files() + 1,
                        read.bytes() + next.get().bytes());
            }
        }
        var to = new AuditTable.Kept(
                from.id(),
                from.requestedBy(),
                from.startedAt(),
                over ? OptionalLong.of(nowMicros.getAsLong()) : OptionalLong.empty(),
                from.size(),
                from.headTree(),
                from.at(),
                from.tree(),
                from.recordedAt(),
                from.count() + found.size(),
                from.rows(),
                read);
        return new AuditTable(tables).moveOn(from, to, found) && !over;
    }

    /**
     * Has the stretches looked at side by side, with one ahead for whoever is done first, and takes what was seen in their
     * order; where it ended, because of the bound or of the time.
     */
    private long look(long start, long bound, Grown grown, Counts counts) {
        var ahead = new ArrayDeque<Future<Looked>>();
        long until = System.nanoTime() + KEPT_AFTER_NANOS;
        long next = start;
        long end = bound;
        while (next < end || !ahead.isEmpty()) {
            if (System.nanoTime() - until > 0) {
                end = next;
            }
            while (next < end && ahead.size() <= Hands.count()) {
                long from = next;
                next = Math.min(end, from + Stretch.LENGTH);
                long to = next;
                ahead.add(hands.look(tables -> new Stretch(tables, ledger, follows, from, to).look()));
            }
            if (next >= counts.size - COUNTED_BEFORE_END) {
                counts.begin();
            }
            grown.add(seen(ahead.remove()));
        }
        return next;
    }

    /** How many rows there are that follow from events, counted beside the looking. */
    private final class Counts {

        private final long size;
        private List<Future<Long>> counting = List.of();

        Counts(long size) {
            this.size = size;
        }

        void begin() {
            if (counting.isEmpty()) {
                counting = follows.stream()
                        .map(each -> hands.look(tables -> each.count(tables, size)))
                        .toList();
            }
        }

        long sum() {
            begin();
            return counting.stream().mapToLong(Audit::seen).sum();
        }
    }

    private static <T> T seen(Future<T> looking) {
        try {
            return looking.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The audit was interrupted", stopping);
        }
    }

    /**
     * Rows without an event are not seen from the events: they are looked for where there are more or fewer than those have,
     * or anything else was found. Of an event whose document is not the one that was kept, nothing is said here.
     */
    private void others(Tables tables, AuditTable.Kept from, boolean asMany, List<Disagreement> found)
            throws SQLException {
        var before = new AuditTable(tables).found(from.id());
        before.addAll(found);
        if (asMany && before.isEmpty()) {
            return;
        }
        Set<OptionalLong> broken = before.stream()
                .filter(Disagreement::isOfDocument)
                .map(Disagreement::position)
                .collect(Collectors.toSet());
        for (Follows each : follows) {
            each.strays(tables, from.size(), AuditReport.DISAGREEMENTS_MAX).stream()
                    .map(Disagreement::of)
                    .filter(stray -> !broken.contains(stray.position()))
                    .filter(stray -> !before.contains(stray))
                    .forEach(found::add);
        }
    }
}
