package io.trove.links;

import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the edges of a ledger that came to be in a range of positions, each once, so that memory can follow. */
final class StoredEdges {

    private static final int FETCHED = 5_000;

    private static final String LINKS = """
            SELECT source,
                   target,
                   type,
                   position
              FROM %s
             WHERE ledger_id = ?
               AND position >= ?
               AND position < ?""";

    /** Those that waited and whose last missing end came in the range, or that were said in it with both ends there. */
    private static final String WAITED = """
            SELECT source.position,
                   target.position,
                   waiting.type,
                   waiting.position
              FROM --DERBY-PROPERTIES joinOrder=FIXED
                   %s
             WHERE %s.ledger_id = ?
               AND %s.position >= ?
               AND %s.position < ?
               AND source.position < ?
               AND target.position < ?
               AND waiting.position < ?
               AND waiting.removes = ?""";

    private static final String SOURCE = "event source --DERBY-PROPERTIES %s\n";
    private static final String TARGET = "event target --DERBY-PROPERTIES %s\n";
    private static final String LINK = "link_waiting waiting --DERBY-PROPERTIES %s\n";
    private static final String SOURCE_IS =
            " ON source.ledger_id = waiting.ledger_id AND source.event_id = waiting.source_id AND source.event_version = waiting.source_version ";
    private static final String TARGET_IS =
            " ON target.ledger_id = waiting.ledger_id AND target.event_id = waiting.target_id AND target.event_version = waiting.target_version ";

    /** Takes an edge, or its removal. */
    interface Taker {
        void take(Edge edge);
    }

    private final Tables tables;

    StoredEdges(Tables tables) {
        this.tables = tables;
    }

    /** What was taken away in the range first: an edge that comes late may have been. */
    void read(long from, long to, Taker removed, Taker added) throws SQLException {
        var exceptions = new Exceptions(tables);
        if (exceptions.anyRemoved(to)) {
            links("link_removal", from, to, removed);
        }
        if (exceptions.anyWaiting(to)) {
            waited(from, to, 1, removed);
            waited(from, to, 0, added);
        }
        links("link", from, to, added);
    }

    private void links(String table, long from, long to, Taker taker) throws SQLException {
        try (PreparedStatement select =
                tables.connection().prepareStatement(LINKS.formatted(table) + tables.immutableRead())) {
            select.setFetchSize(FETCHED);
            select.setLong(1, tables.ledger());
            select.setLong(2, from);
            select.setLong(3, to);
            take(select, taker);
        }
    }

    private void waited(long from, long to, long removes, Taker taker) throws SQLException {
        String said = LINK.formatted("constraint=link_waiting_pk")
                + "JOIN " + SOURCE.formatted("index=event_id") + SOURCE_IS
                + "JOIN " + TARGET.formatted("index=event_id") + TARGET_IS;
        waited("waiting", said, from, to, new long[] {to, to, to, removes}, taker);
        if (from > 0) {
            String source = SOURCE.formatted("constraint=event_pk")
                    + "JOIN " + LINK.formatted("index=link_waiting_out") + SOURCE_IS
                    + "JOIN " + TARGET.formatted("index=event_id") + TARGET_IS;
            waited("source", source, from, to, new long[] {to, to, from, removes}, taker);
            String target = TARGET.formatted("constraint=event_pk")
                    + "JOIN " + LINK.formatted("index=link_waiting_in") + TARGET_IS
                    + "JOIN " + SOURCE.formatted("index=event_id") + SOURCE_IS;
            waited("target", target, from, to, new long[] {from, to, from, removes}, taker);
        }
    }

    private void waited(String by, String joined, long from, long to, long[] bounds, Taker taker) throws SQLException {
        String sql = WAITED.formatted(joined, by, by, by) + tables.immutableRead();
        try (PreparedStatement select = tables.connection().prepareStatement(sql)) {
            select.setFetchSize(FETCHED);
            select.setLong(1, tables.ledger());
            select.setLong(2, from);
            select.setLong(3, to);
            for (int i = 0; i < bounds.length; i++) {
                select.setLong(4 + i, bounds[i]);
            }
            take(select, taker);
        }
    }

    private static void take(PreparedStatement select, Taker taker) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                taker.take(new Edge(row.getLong(1), row.getLong(2), row.getString(3), row.getLong(4)));
            }
        }
    }
}
