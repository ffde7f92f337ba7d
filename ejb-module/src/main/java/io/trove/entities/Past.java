package io.trove.entities;

import io.trove.event.Json;
import io.trove.filter.Candidates;
import io.trove.filter.Extent;
import io.trove.filter.Filter;
import io.trove.filter.Tables;
import io.trove.ledger.Burden;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The events that an entity is folded from, its own and those that name it, in the order of their positions. They are read
 * from rows that never change, below a bound that is published, as far as they may be seen.
 */
record Past(Tables tables, Seen seen) {

    private static final int SCANNED_MAX = 10_000;

    /** So many positions are looked up by one statement; an embedded database looks for a list of them in all rows. */
    private static final int LISTED_MAX = 64;

    /** Once documents have so many bytes together, those behind them are read by whoever goes on. */
    private static final long BYTES_ENOUGH = 1L << 20;

    private static final String NAMING = """
            SELECT position
              FROM entity_naming --DERBY-PROPERTIES index=entity_naming_entity
             WHERE ledger_id = ?
               AND entity_id = ?
               AND entity_type = ?
               AND position > ?
               AND position < ?
             ORDER BY position
             FETCH FIRST %d ROWS ONLY""";

    private static final String DOCUMENT = """
            SELECT document
              FROM event --DERBY-PROPERTIES constraint=event_pk
             WHERE ledger_id = ?
               AND position = ?""";

    /** So written that nothing but a look-up by the primary key, position by position, is a plan for it. */
    private static final String DOCUMENTS = """
            SELECT position,
                   %s
              FROM unnest(?) AS listed (asked)
             CROSS JOIN LATERAL (
                   SELECT *
                     FROM event
                    WHERE ledger_id = ?
                      AND position = asked
                    FETCH FIRST 1 ROW ONLY
                   ) AS found
             WHERE position = asked""";

    /** What of the events may be seen. */
    interface Seen {

        /** Which of these positions. */
        Set<Long> among(Collection<Long> positions);

        /** And a document of one of them, as it is shown. */
        Json shown(Json document);

        /** Trove itself sees everything. */
        static Seen everything() {
            return new Seen() {
                @Override
                public Set<Long> among(Collection<Long> positions) {
                    return Set.copyOf(positions);
                }

                @Override
                public Json shown(Json document) {
                    return document;
                }
            };
        }
    }

    /** Positions in their order; everything before {@code end} is decided, and with {@code isWhole} there is no more. */
    record Stretch(List<Long> positions, long end, boolean isWhole) {}

    /** The same with the events that may be seen. */
    record Run(List<Happened> events, long end, boolean isWhole) {}

    /** The next events behind a position and below a ceiling, at most so many, and fewer where they are large. */
    Run after(EntityId entity, long position, long ceiling, int limit) throws SQLException {
        Stretch stretch = positions(entity, position, ceiling, limit);
        List<Happened> events = documents(stretch.positions());
        return events.size() == stretch.positions().size()
                ? new Run(events, stretch.end(), stretch.isWhole())
                : new Run(events, events.get(events.size() - 1).position() + 1, false);
    }

    /** Where they are, as far as they may be seen. */
    Stretch positions(EntityId entity, long position, long ceiling, int limit) throws SQLException {
        if (position + 1 >= ceiling) {
            return new Stretch(List.of(), ceiling, true);
        }
        var positions = new TreeSet<Long>();
        var own = Candidates.up(
                tables,
                Filter.entity(entity.type(), entity.id()),
                Extent.all(),
                position + 1,
                ceiling - 1,
                SCANNED_MAX);
        OptionalLong next = own.next();
        while (next.isPresent()) {
            positions.add(next.getAsLong());
            next = positions.size() < limit ? own.next() : OptionalLong.empty();
        }
        long end = own.ended() ? ceiling : own.decided() + 1;
        List<Long> named = naming(entity, position, end, limit);
        positions.addAll(named);
        if (named.size() == limit) {
            end = Math.min(end, named.get(limit - 1) + 1);
        }
        while (positions.size() > limit) {
            end = positions.pollLast();
        }
        positions.removeAll(List.copyOf(positions.tailSet(end)));
        if (!positions.isEmpty()) {
            positions.retainAll(seen.among(List.copyOf(positions)));
        }
        return new Stretch(List.copyOf(positions), end, end >= ceiling);
    }

    private List<Long> naming(EntityId entity, long after, long below, int limit) throws SQLException {
        try (PreparedStatement select =
                tables.connection().prepareStatement(NAMING.formatted(limit) + tables.immutableRead())) {
            select.setLong(1, tables.ledger());
            select.setString(2, entity.id());
            select.setString(3, entity.type());
            select.setLong(4, after);
            select.setLong(5, below);
            var positions = new ArrayList<Long>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    positions.add(row.getLong(1));
                }
            }
            return positions;
        }
    }

    /** These, in their order, as far as memory is meant for; the first in any case. */
    List<Happened> documents(List<Long> wanted) throws SQLException {
        var read = new Read(seen);
        if (tables.embedded()) {
            each(wanted, read);
        } else {
            for (int from = 0; from < wanted.size() && !read.isEnough(); from += LISTED_MAX) {
                listed(wanted.subList(from, Math.min(wanted.size(), from + LISTED_MAX)), read);
            }
        }
        return read.events;
    }

    /** What was read of them. */
    private static final class Read {

        private final Seen seen;
        private final List<Happened> events = new ArrayList<>();
        private long bytes;

        Read(Seen seen) {
            this.seen = seen;
        }

        boolean isEnough() {
            return bytes >= BYTES_ENOUGH;
        }

        void take(long position, byte[] document) {
            bytes += document.length;
            Burden.weighFolded(bytes);
            events.add(new Happened(position, document.length, seen.shown(Json.kept(document))));
        }
    }

    private void each(List<Long> positions, Read read) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(DOCUMENT + tables.immutableRead())) {
            select.setLong(1, tables.ledger());
            for (long position : positions) {
                if (read.isEnough()) {
                    return;
                }
                select.setLong(2, position);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        read.take(position, row.getBytes(1));
                    }
                }
            }
        }
    }

    private void listed(List<Long> positions, Read read) throws SQLException {
        var documents = new TreeMap<Long, byte[]>();
        String sql = DOCUMENTS.formatted(tables.together("document")) + tables.immutableRead();
        try (PreparedStatement select = tables.connection().prepareStatement(sql)) {
            select.setArray(1, tables.connection().createArrayOf("bigint", positions.toArray()));
            select.setLong(2, tables.ledger());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    documents.put(row.getLong(1), row.getBytes(2));
                }
            }
        }
        for (Map.Entry<Long, byte[]> each : documents.entrySet()) {
            if (read.isEnough()) {
                return;
            }
            byte[] document = each.getValue();
            read.take(each.getKey(), document == null ? tables.document(each.getKey()) : document);
        }
    }
}
