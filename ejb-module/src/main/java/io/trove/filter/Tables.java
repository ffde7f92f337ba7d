package io.trove.filter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * A ledger's tables, read over a connection.
 *
 * @param immutableRead what ends a query of rows that never change, so that it waits for no writer
 * @param embedded whether the database is in this process: a statement costs no way there and back; but an index is read
 *     in its own order only, and a list of positions would be looked for in all of it
 */
public record Tables(Connection connection, String immutableRead, boolean embedded, long ledger) {

    /** Of rows that are read together, a document or a state of more bytes is left out, and read by itself when its turn comes. */
    public static final int TOGETHER_BYTES_MAX = 32 << 10;

    private static final String LEFT_OUT = "CASE WHEN LENGTH(%1$s) <= " + TOGETHER_BYTES_MAX + " THEN %1$s END";

    private static final String DOCUMENT = """
            SELECT document
              FROM event
             WHERE ledger_id = ?
               AND position = ?""";

    private static final String RECORDED_AT = """
            SELECT recorded_at
              FROM event
             WHERE ledger_id = ?
               AND position = ?""";

    /**
     * How a statement for many rows asks for a column that may be large, so that large ones are not all in memory at once. An
     * embedded database hands out what is asked of a row, when it is asked for.
     */
    public String together(String column) {
        return embedded ? column : LEFT_OUT.formatted(column);
    }

    /** The document of such a row, in this column; by a statement of its own when it was left out. */
    public byte[] document(ResultSet row, int column, long position) throws SQLException {
        byte[] document = row.getBytes(column);
        return document == null ? document(position) : document;
    }

    /** The document at a position. */
    public byte[] document(long position) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(DOCUMENT + immutableRead)) {
            select.setLong(1, ledger);
            select.setLong(2, position);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("Ledger " + ledger + " has no position " + position);
                }
                return row.getBytes(1);
            }
        }
    }

    /** When the event at this position was recorded, if it is there below a bound. */
    public OptionalLong recordedAt(long position, long below) throws SQLException {
        if (position < 0 || position >= below) {
            return OptionalLong.empty();
        }
        try (PreparedStatement select = connection.prepareStatement(RECORDED_AT + immutableRead)) {
            return OptionalLong.of(recordedAt(select, position));
        }
    }

    /** The first position below a bound that was recorded at this time or later; recorded times never run backwards. */
    public long firstRecorded(long micros, long below) throws SQLException {
        if (micros == Long.MIN_VALUE || micros == Long.MAX_VALUE) {
            return micros == Long.MIN_VALUE ? 0 : below;
        }
        try (PreparedStatement select = connection.prepareStatement(RECORDED_AT + immutableRead)) {
            long from = 0;
            long to = below;
            while (from < to) {
                long middle = (from + to) >>> 1;
                if (recordedAt(select, middle) >= micros) {
                    to = middle;
                } else {
                    from = middle + 1;
                }
            }
            return from;
        }
    }

    private long recordedAt(PreparedStatement select, long position) throws SQLException {
        select.setLong(1, ledger);
        select.setLong(2, position);
        try (ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("Ledger " + ledger + " has no position " + position);
            }
            return row.getLong(1);
        }
    }

    /** The texts of a column behind this one, as long as they are wanted, found by leaping from one to the next. */
    List<String> leap(String select, List<String> fixed, String behind, Predicate<String> isWanted, int max)
            throws SQLException {
        var found = new ArrayList<String>();
        try (PreparedStatement next = connection.prepareStatement(select + immutableRead)) {
            String at = behind;
            while (found.size() < max) {
                next.setLong(1, ledger);
                for (int i = 0; i < fixed.size(); i++) {
                    next.setString(i + 2, fixed.get(i));
                }
                next.setString(fixed.size() + 2, at);
                try (ResultSet row = next.executeQuery()) {
                    if (!row.next() || !isWanted.test(row.getString(1))) {
                        return found;
                    }
                    at = row.getString(1);
                    found.add(at);
                }
            }
        }
        return found;
    }
}
