package io.trove.query;

import io.trove.filter.Conditions;
import io.trove.filter.Tables;
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

    private static final String NEWEST_VERSION = """
            SELECT position,
                   document,
                   digest
              FROM event --DERBY-PROPERTIES index=event_id
             WHERE ledger_id = ?
               AND event_id = ?
               AND position < ?
             ORDER BY event_version DESC
             FETCH FIRST 1 ROW ONLY""";

    private static final String VERSION = """
            SELECT position,
                   document,
                   digest
              FROM event --DERBY-PROPERTIES index=event_id
             WHERE ledger_id = ?
               AND event_id = ?
               AND position < ?
               AND event_version = ?""";

    private static final String VERSIONS = """
            SELECT position,
                   document,
                   digest
              FROM event --DERBY-PROPERTIES index=event_id
             WHERE ledger_id = ?
               AND event_id = ?
               AND position < ?
               AND event_version < ?
             ORDER BY event_version DESC
             FETCH FIRST %d ROWS ONLY""";

    private static final String ROWS = """
            SELECT position,
                   document,
                   digest
              FROM event --DERBY-PROPERTIES constraint=event_pk
             WHERE ledger_id = ?
               AND position""";

    /** So written that nothing but a look-up by the primary key, position by position, is a plan for it. */
    private static final String LISTED = """
            SELECT position,
                   document,
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

    Events(Tables tables) {
        this.tables = tables;
    }

    Optional<Found> find(String id, OptionalInt version, long below) throws SQLException {
        String sql = version.isPresent() ? VERSION : NEWEST_VERSION;
        try (PreparedStatement select = prepare(sql)) {
            select.setString(2, id);
            select.setLong(3, below);
            if (version.isPresent()) {
                select.setLong(4, version.getAsInt());
            }
            return all(select).stream().findFirst();
        }
    }

    /** Versions of an event before this one, the newest first. */
    List<Found> versions(String id, long before, int limit, long below) throws SQLException {
        try (PreparedStatement select = prepare(VERSIONS.formatted(limit))) {
            select.setString(2, id);
            select.setLong(3, below);
            select.setLong(4, before);
            return all(select);
        }
    }

    /** Those of the events at these positions, at most {@link #ROWS_MAX}, whose columns satisfy conditions; in this order. */
    List<Found> at(List<Long> positions, Conditions conditions) throws SQLException {
        if (positions.isEmpty()) {
            return List.of();
        }
        long lowest = Math.min(positions.get(0), positions.get(positions.size() - 1));
        long highest = Math.max(positions.get(0), positions.get(positions.size() - 1));
        if (highest - lowest + 1 == positions.size()) {
            List<Found> rising = between(lowest, highest, conditions);
            return positions.get(0) == lowest ? rising : reversed(rising);
        }
        return tables.embedded() ? eachAt(positions, conditions) : inOrder(positions, listed(positions, conditions));
    }

    private List<Found> between(long lowest, long highest, Conditions conditions) throws SQLException {
        try (PreparedStatement select = prepare(ROWS + " BETWEEN ? AND ?" + conditions.sql() + " ORDER BY position")) {
            select.setLong(2, lowest);
            select.setLong(3, highest);
            conditions.bind(select, 4);
            return all(select);
        }
    }

    private List<Found> eachAt(List<Long> positions, Conditions conditions) throws SQLException {
        var found = new ArrayList<Found>(positions.size());
        try (PreparedStatement select = prepare(ROWS + " = ?" + conditions.sql())) {
            conditions.bind(select, 3);
            for (long position : positions) {
                select.setLong(2, position);
                found.addAll(all(select));
            }
        }
        return found;
    }

    private List<Found> listed(List<Long> positions, Conditions conditions) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(LISTED + conditions.sql())) {
            select.setArray(1, tables.connection().createArrayOf("bigint", positions.toArray()));
            select.setLong(2, tables.ledger());
            conditions.bind(select, 3);
            return all(select);
        }
    }

    private static List<Found> reversed(List<Found> rows) {
        var reversed = new ArrayList<>(rows);
        Collections.reverse(reversed);
        return reversed;
    }

    private static List<Found> inOrder(List<Long> positions, List<Found> rows) {
        var found = new HashMap<Long, Found>();
        rows.forEach(row -> found.put(row.position(), row));
        return positions.stream().map(found::get).filter(Objects::nonNull).toList();
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
