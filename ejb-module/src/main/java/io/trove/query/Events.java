package io.trove.query;

import io.trove.filter.Conditions;
import io.trove.filter.Tables;
import io.trove.ledger.Burden;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads events from their rows, which never change, up to a bound that is published; so it waits for no writer. */
final class Events {

    /** At most so many rows are asked for at once. */
    static final int ROWS_MAX = 256;

    /** Once rows that are read together have so many bytes, the documents of those behind are left where they are. */
    private static final long HELD_BYTES_MAX = 4L << 20;

    private static final String NAMED = """
            SELECT position,
                   document,
                   digest
              FROM event --DERBY-PROPERTIES index=event_id
             WHERE ledger_id = ?
               AND event_id = ?
               AND position < ?
            """;

    private static final String NEWEST_FIRST = " ORDER BY event_version DESC FETCH FIRST %d ROWS ONLY";

    private static final String ROWS = """
            SELECT position,
                   %s,
                   digest
              FROM event --DERBY-PROPERTIES constraint=event_pk
             WHERE ledger_id = ?
               AND position""";

    /** So written that nothing but a look-up by the primary key, position by position, is a plan for it. */
    private static final String LISTED = """
            SELECT position,
                   %s,
                   digest
              FROM unnest(?) AS listed (asked)
             CROSS JOIN LATERAL (
                   SELECT *
                     FROM event
                    WHERE ledger_id = ?
                      AND position = asked
                    FETCH FIRST 1 ROW ONLY
                   ) AS found
             WHERE position = asked""";

    private final Tables tables;
    private final boolean areHeld;

    Events(Tables tables) {
        this(tables, false);
    }

    /** @param areHeld whether an answer has many of them at once, so that they count */
    Events(Tables tables, boolean areHeld) {
        this.tables = tables;
        this.areHeld = areHeld;
    }

    /** A row that was found, with its event unless that is to be read by itself. */
    record Row(long position, Optional<Found> event) {}

    /** The event of this id in this version, or the newest. */
    Optional<Found> find(String id, OptionalInt version, long below) throws SQLException {
        String rest = version.isPresent() ? " AND event_version = ?" : NEWEST_FIRST.formatted(1);
        try (PreparedStatement select = named(id, below, rest)) {
            if (version.isPresent()) {
                select.setLong(4, version.getAsInt());
            }
            return all(select).stream().findFirst();
        }
    }

    /** The version of the event of this id that has this digest. */
    Optional<Found> find(String id, byte[] digest, long below) throws SQLException {
        try (PreparedStatement select = named(id, below, " AND digest = ?")) {
            select.setBytes(4, digest);
            return all(select).stream().findFirst();
        }
    }

    /** Versions of an event before this one, the newest first. */
    List<Found> versions(String id, long before, int limit, long below) throws SQLException {
        try (PreparedStatement select = named(id, below, " AND event_version < ?" + NEWEST_FIRST.formatted(limit))) {
            select.setLong(4, before);
            return all(select);
        }
    }

    private PreparedStatement named(String id, long below, String rest) throws SQLException {
        PreparedStatement select = prepare(NAMED + rest);
        select.setString(2, id);
        select.setLong(3, below);
        return select;
    }

    /** Those of the events at these positions, at most {@link #ROWS_MAX}, whose columns satisfy conditions; in this order. */
    List<Row> at(List<Long> positions, Conditions conditions) throws SQLException {
        if (positions.isEmpty()) {
            return List.of();
        }
        long lowest = Math.min(positions.get(0), positions.get(positions.size() - 1));
        long highest = Math.max(positions.get(0), positions.get(positions.size() - 1));
        if (highest - lowest + 1 == positions.size()) {
            List<Row> rising = between(lowest, highest, conditions);
            return positions.get(0) == lowest ? rising : reversed(rising);
        }
        return tables.embedded() ? eachAt(positions, conditions) : inOrder(positions, listed(positions, conditions));
    }

    /** The event of such a row. */
    Found event(Row row) throws SQLException {
        if (row.event().isPresent()) {
            return row.event().get();
        }
        try (PreparedStatement select = prepare(ROWS.formatted("document") + " = ?")) {
            select.setLong(2, row.position());
            return all(select).get(0);
        }
    }

    private List<Row> between(long lowest, long highest, Conditions conditions) throws SQLException {
        var together = new Together();
        try (PreparedStatement select =
                prepareMany(ROWS, " BETWEEN ? AND ?" + conditions.sql() + " ORDER BY position")) {
            select.setLong(2, lowest);
            select.setLong(3, highest);
            conditions.bind(select, 4);
            together.read(select);
        }
        return together.rows;
    }

    private List<Row> eachAt(List<Long> positions, Conditions conditions) throws SQLException {
        var together = new Together();
        try (PreparedStatement select = prepareMany(ROWS, " = ?" + conditions.sql())) {
            conditions.bind(select, 3);
            for (long position : positions) {
                select.setLong(2, position);
                together.read(select);
            }
        }
        return together.rows;
    }

    private List<Row> listed(List<Long> positions, Conditions conditions) throws SQLException {
        var together = new Together();
        try (PreparedStatement select = tables.connection()
                .prepareStatement(LISTED.formatted(tables.together("document")) + conditions.sql())) {
            select.setArray(1, tables.connection().createArrayOf("bigint", positions.toArray()));
            select.setLong(2, tables.ledger());
            conditions.bind(select, 3);
            together.read(select);
        }
        return together.rows;
    }

    /** Rows that are read together: as many of their documents as there is room for. */
    private final class Together {

        private final List<Row> rows = new ArrayList<>();
        private long bytes;

        void read(PreparedStatement select) throws SQLException {
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(row.getLong(1), event(row)));
                }
            }
        }

        private Optional<Found> event(ResultSet row) throws SQLException {
            byte[] document = bytes < HELD_BYTES_MAX ? row.getBytes(2) : null;
            if (document == null) {
                return Optional.empty();
            }
            bytes += document.length;
            if (areHeld) {
                Burden.weigh(bytes);
            }
            return Optional.of(new Found(row.getLong(1), document, row.getBytes(3)));
        }
    }

    private static List<Row> reversed(List<Row> rows) {
        var reversed = new ArrayList<>(rows);
        Collections.reverse(reversed);
        return reversed;
    }

    private static List<Row> inOrder(List<Long> positions, List<Row> rows) {
        var found = new HashMap<Long, Row>();
        rows.forEach(row -> found.put(row.position(), row));
        return positions.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private PreparedStatement prepareMany(String select, String rest) throws SQLException {
        return prepare(select.formatted(tables.together("document")) + rest);
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement select = tables.connection().prepareStatement(sql + tables.immutableRead());
        select.setLong(1, tables.ledger());
        return select;
    }

    private static List<Found> all(PreparedStatement select) throws SQLException {
        var found = new ArrayList<Found>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(new Found(row.getLong(1), row.getBytes(2), row.getBytes(3)));
            }
        }
        return found;
    }
}
