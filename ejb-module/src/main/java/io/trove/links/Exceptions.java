package io.trove.links;

import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/** The edges that most ledgers have none of: those that were taken away, and those that had to wait for an end. */
final class Exceptions {

    private static final String ANY = """
            SELECT position
              FROM %s
             WHERE ledger_id = ?
               AND position < ?
             FETCH FIRST 1 ROW ONLY""";

    private static final String REMOVED = """
            SELECT link_removal.source,
                   link_removal.target,
                   link_removal.type,
                   link_removal.position
              FROM %3$s link_removal --DERBY-PROPERTIES index=link_removal_%1$s, joinStrategy=NESTEDLOOP
             WHERE %4$s
               AND link_removal.ledger_id = ?
               AND link_removal.position < ?""";

    /** From the known ends to their names, to what waits for these, to the other ends. */
    private static final String WAITED = """
            SELECT near.position,
                   far.position,
                   waiting.type,
                   waiting.position
              FROM %4$s event near --DERBY-PROPERTIES constraint=event_pk, joinStrategy=NESTEDLOOP
                 , link_waiting waiting --DERBY-PROPERTIES index=link_waiting_%3$s, joinStrategy=NESTEDLOOP
                 , event far --DERBY-PROPERTIES index=event_id, joinStrategy=NESTEDLOOP
             WHERE %5$s
               AND near.ledger_id = ?
               AND waiting.ledger_id = near.ledger_id
               AND waiting.%1$s_id = near.event_id
               AND waiting.%1$s_version = near.event_version
               AND far.ledger_id = waiting.ledger_id
               AND far.event_id = waiting.%2$s_id
               AND far.event_version = waiting.%2$s_version
               AND waiting.position < ?
               AND far.position < ?
               AND waiting.removes = ?""";

    private final Tables tables;
    private long asked = -1;
    private boolean anyRemoved;
    private boolean anyWaiting;

    Exceptions(Tables tables) {
        this.tables = tables;
    }

    /** What was taken away of the edges of these events. */
    Removals removals(long[] nodes, Way way, long before) throws SQLException {
        ask(before);
        if (!anyRemoved && !anyWaiting) {
            return Removals.NONE;
        }
        var removals = new Removals();
        if (anyRemoved) {
            removed(nodes, way, before, removals);
        }
        if (anyWaiting) {
            waited(nodes, way, Set.of(), before, 1, (from, to, type, said) -> {
                removals.add(way == Way.OUT ? from : to, way == Way.OUT ? to : from, type, said);
                return true;
            });
        }
        return removals;
    }

    /** The edges of these events that had to wait and no longer do. */
    boolean waited(long[] nodes, Way way, Set<String> types, long before, Neighbours.Taker taker) throws SQLException {
        ask(before);
        return !anyWaiting || waited(nodes, way, types, before, 0, taker);
    }

    boolean anyRemoved(long before) throws SQLException {
        ask(before);
        return anyRemoved;
    }

    boolean anyWaiting(long before) throws SQLException {
        ask(before);
        return anyWaiting;
    }

    private void ask(long before) throws SQLException {
        if (asked != before) {
            anyRemoved = any("link_removal", before);
            anyWaiting = any("link_waiting", before);
            asked = before;
        }
    }

    private boolean any(String table, long before) throws SQLException {
        try (PreparedStatement select =
                tables.connection().prepareStatement(ANY.formatted(table) + tables.immutableRead())) {
            select.setLong(1, tables.ledger());
            select.setLong(2, before);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private void removed(long[] nodes, Way way, long before, Removals removals) throws SQLException {
        String sql = REMOVED.formatted(
                way.index(),
                way.near(),
                InList.asked(tables, nodes.length, "BIGINT"),
                InList.is(tables, "link_removal." + way.near()));
        try (PreparedStatement select = tables.connection().prepareStatement(sql + tables.immutableRead())) {
            int index = InList.bind(tables, select, nodes);
            select.setLong(index, tables.ledger());
            select.setLong(index + 1, before);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    removals.add(row.getLong(1), row.getLong(2), row.getString(3), row.getLong(4));
                }
            }
        }
    }

    private boolean waited(long[] nodes, Way way, Set<String> types, long before, long removes, Neighbours.Taker taker)
            throws SQLException {
        String sql = WAITED.formatted(
                        way.near(),
                        way.far(),
                        way.index(),
                        InList.asked(tables, nodes.length, "BIGINT"),
                        InList.is(tables, "near.position"))
                + StoredNeighbours.typed("waiting.type", types);
        try (PreparedStatement select = tables.connection().prepareStatement(sql + tables.immutableRead())) {
            int index = InList.bind(tables, select, nodes);
            select.setLong(index, tables.ledger());
            select.setLong(index + 1, before);
            select.setLong(index + 2, before);
            select.setLong(index + 3, removes);
            StoredNeighbours.bind(select, index + 4, types);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (!taker.take(row.getLong(1), row.getLong(2), row.getString(3), row.getLong(4))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
