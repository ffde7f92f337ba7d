package io.trove.query;

import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many events of each type a ledger has, and how large they are. A full block is counted once and its counts are
 * kept; what is read later is the kept counts and the rows behind the last counted block.
 */
final class Tally {

    /** So many positions are counted together. */
    static final long BLOCK = 10_000;

    /** So many blocks are counted for one answer; with more to be counted, the answer says how far it goes. */
    static final int BLOCKS_MAX = 20;

    private static final String KEPT = """
            SELECT type,
                   SUM(event_count),
                   SUM(byte_count),
                   MIN(created_first),
                   MAX(created_last),
                   MAX(block)
              FROM event_tally
             WHERE ledger_id = ?
             GROUP BY type""";

    private static final String COUNT = """
            SELECT type,
                   COUNT(*),
                   SUM(CAST(LENGTH(document) AS BIGINT)),
                   MIN(created_at),
                   MAX(created_at)
              FROM event --DERBY-PROPERTIES constraint=event_pk
             WHERE ledger_id = ?
               AND position BETWEEN ? AND ?
             GROUP BY type""";

    private static final String KEEP = """
            INSERT INTO event_tally
                   (ledger_id, block, type, event_count, byte_count, created_first, created_last)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";

    /** What was counted of a type. */
    record Count(long events, long bytes, long createdFirst, long createdLast) {

        Count plus(Count other) {
            return new Count(
                    events + other.events,
                    bytes + other.bytes,
                    Math.min(createdFirst, other.createdFirst),
                    Math.max(createdLast, other.createdLast));
        }
    }

    private final Tables tables;
    private final Map<String, Count> counts = new HashMap<>();
    private long counted;

    private Tally(Tables tables) {
        this.tables = tables;
    }

    /** Counts below the published size; keeps what it counts of full blocks. */
    static Tally of(Tables tables, long size) throws SQLException {
        var tally = new Tally(tables);
        tally.readKept();
        for (int i = 0; i < BLOCKS_MAX && tally.counted < size; i++) {
            tally.countBlock(size);
        }
        return tally;
    }

    /** Keeps the counts of blocks that are full and not counted yet, so that nobody has to wait for that. */
    static void keepUp(Tables tables, long size) throws SQLException {
        of(tables, size / BLOCK * BLOCK);
    }

    Map<String, Count> counts() {
        return counts;
    }

    /** The first position that is not counted. */
    long counted() {
        return counted;
    }

    private void readKept() throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(KEPT)) {
            select.setLong(1, tables.ledger());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counts.put(row.getString(1), count(row));
                    counted = Math.max(counted, (row.getLong(6) + 1) * BLOCK);
                }
            }
        }
    }

    private void countBlock(long size) throws SQLException {
        long block = counted / BLOCK;
        long to = Math.min(size, (block + 1) * BLOCK);
        Map<String, Count> found = count(counted, to - 1);
        if (to == (block + 1) * BLOCK) {
            keep(block, found);
        }
        found.forEach((type, count) -> counts.merge(type, count, Count::plus));
        counted = to;
    }

    private Map<String, Count> count(long from, long to) throws SQLException {
        var found = new HashMap<String, Count>();
        try (PreparedStatement select = tables.connection().prepareStatement(COUNT + tables.immutableRead())) {
            select.setLong(1, tables.ledger());
            select.setLong(2, from);
            select.setLong(3, to);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(row.getString(1), count(row));
                }
            }
        }
        return found;
    }

    private static Count count(ResultSet row) throws SQLException {
        return new Count(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
    }

    /** All of a block or nothing; another may have been faster, with the same counts. */
    private void keep(long block, Map<String, Count> found) throws SQLException {
        tables.connection().setAutoCommit(false);
        try (PreparedStatement insert = tables.connection().prepareStatement(KEEP)) {
            for (Map.Entry<String, Count> each : new TreeMap<>(found).entrySet()) {
                insert.setLong(1, tables.ledger());
                insert.setLong(2, block);
                insert.setString(3, each.getKey());
                insert.setLong(4, each.getValue().events());
                insert.setLong(5, each.getValue().bytes());
                insert.setLong(6, each.getValue().createdFirst());
                insert.setLong(7, each.getValue().createdLast());
                insert.addBatch();
            }
            insert.executeBatch();
            tables.connection().commit();
        } catch (SQLException failure) {
            tables.connection().rollback();
            if (!isThere(failure)) {
                throw failure;
            }
        } finally {
            tables.connection().setAutoCommit(true);
        }
    }

    private static boolean isThere(SQLException failure) {
        for (SQLException each = failure; each != null; each = each.getNextException()) {
            if (String.valueOf(each.getSQLState()).startsWith("23")) {
                return true;
            }
        }
        return false;
    }
}
