package io.trove.integrity;

import io.trove.filter.Tables;
import io.trove.ledger.Follows;
import io.trove.ledger.Head;
import io.trove.ledger.Ledger;
import io.trove.merkle.CompactRange;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;

/**
 * One audit of a ledger, stretch by stretch. Where it is and what it found is kept after each, so that whoever goes on
 * with it begins there; nothing that it finds is changed.
 */
record Audit(Ledger ledger, LedgerKeys keys, List<Follows> follows, Hands hands, int stride, LongSupplier nowMicros) {

    /** So many events are behind the audit before it keeps where it is. */
    static final int STRIDE = 8 * Stretch.LENGTH;

    private static final String HEAD = """
            SELECT size,
                   recorded_at,
                   settings_version,
                   epoch,
                   tree
              FROM ledger_head
             WHERE ledger_id = ?""";

    private static final String BEYOND = """
            SELECT MIN(position)
              FROM event
             WHERE ledger_id = ?
               AND position >= ?""";

    /** Looks at the next stretches, and at the whole behind the last; false when the audit is over. */
    boolean goOn(Tables tables, AuditTable.Kept from) throws SQLException {
        AllCheckpoints checkpoints = AllCheckpoints.of(tables, keys);
        long end = Math.min(from.size(), from.at() + stride);
        var grown = new Grown(tables, checkpoints.signed(), from);
        look(from.at(), end, grown);
        var found = new ArrayList<>(grown.found());
        boolean over = end == from.size();
        if (over) {
            found.addAll(checkpoints.found());
            whole(tables, from, grown.tree(), checkpoints, found);
            others(tables, from.size(), grown.rows(), found);
        }
        var to = new AuditTable.Kept(
                from.id(),
                from.requestedBy(),
                from.startedAt(),
                over ? OptionalLong.of(nowMicros.getAsLong()) : OptionalLong.empty(),
                from.size(),
                from.headTree(),
                end,
                grown.tree().bytes(),
                grown.recordedAt(),
                from.count() + found.size(),
                grown.rows());
        return new AuditTable(tables).moveOn(from, to, found) && !over;
    }

    /** Has the stretches looked at side by side, and takes what was seen in their order. */
    private void look(long start, long end, Grown grown) {
        var ahead = new ArrayDeque<Future<Looked>>();
        long next = start;
        while (next < end || !ahead.isEmpty()) {
            while (next < end && ahead.size() < Hands.count()) {
                long from = next;
                next = Math.min(end, from + Stretch.LENGTH);
                long to = next;
                ahead.add(hands.look(tables -> new Stretch(tables, ledger, follows, from, to).look()));
            }
            grown.add(seen(ahead.remove()));
        }
    }

    private static Looked seen(Future<Looked> stretch) {
        try {
            return stretch.get();
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

    /** Rows without an event are not seen from the events: where there are more than those have, they are looked for. */
    private void others(Tables tables, long size, long rows, List<Disagreement> found) throws SQLException {
        long there = 0;
        for (Follows each : follows) {
            there += each.count(tables, size);
        }
        if (there > rows) {
            for (Follows each : follows) {
                each.strays(tables, size, AuditReport.DISAGREEMENTS_MAX).stream()
                        .map(Disagreement::of)
                        .filter(stray -> !found.contains(stray))
                        .forEach(found::add);
            }
        }
    }

    private void whole(
            Tables tables,
            AuditTable.Kept from,
            CompactRange tree,
            AllCheckpoints checkpoints,
            List<Disagreement> found)
            throws SQLException {
        if (!Arrays.equals(tree.bytes(), from.headTree())) {
            found.add(Disagreement.of(
                    "head", "tree", "The tree of the head is not that of the %d events".formatted(from.size())));
        }
        OptionalLong beyond = beyond(tables, from.size());
        Head now = head(tables);
        if (beyond.isPresent() && beyond.getAsLong() >= now.size()) {
            found.add(Disagreement.at(
                    beyond.getAsLong(),
                    "head",
                    "size",
                    "The head says %d events, and there is one behind them".formatted(now.size())));
        }
        checkpoints.signed().tailMap(now.size() + 1).values().stream()
                .findFirst()
                .ifPresent(signed -> found.add(Disagreement.of(
                        "head",
                        "size",
                        "%d events were signed, and there are %d: the newest are missing"
                                .formatted(signed.checkpoint().size(), now.size()))));
    }

    /** The head as it lies in the database, whatever this server remembers of it. */
    static Head head(Tables tables) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(HEAD)) {
            select.setLong(1, tables.ledger());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                byte[] tree = row.getBytes(5);
                return new Head(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        tree == null ? new byte[0] : tree);
            }
        }
    }

    private OptionalLong beyond(Tables tables, long size) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(BEYOND)) {
            select.setLong(1, tables.ledger());
            select.setLong(2, size);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                long position = row.getLong(1);
                return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(position);
            }
        }
    }
}
