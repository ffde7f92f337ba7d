package io.trove.filter;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The positions under one entry of an index, read in stretches: longer ones as long as they are used up in order. */
final class Posting implements Positions {

    static final int FIRST_ALONE = 128;
    static final int FIRST_OF_MANY = 16;

    private static final int GROWTH = 4;
    private static final int STRETCH_MAX = 1_024;
    private static final long UNREAD = Long.MIN_VALUE;

    /** An index entry: the index, and the columns and values that lead to it. */
    record Entry(String table, String index, List<String> columns, List<String> values) {

        /** With one bound only, because two of them, unknown, would look to PostgreSQL like a single row. */
        String select(String bound, String order, int count) {
            return "SELECT position FROM %s --DERBY-PROPERTIES index=%s%n WHERE ledger_id = ?%s AND position %s ORDER BY position %s FETCH FIRST %d ROWS ONLY"
                    .formatted(
                            table,
                            index,
                            columns.stream()
                                    .map(column -> " AND " + column + " = ?")
                                    .collect(Collectors.joining()),
                            bound,
                            order,
                            count);
        }
    }

    private final Tables tables;
    private final Entry entry;
    private final boolean descending;
    private final long last;
    private final Budget budget;
    private final int first;
    private int count;
    private long window;
    private long[] keys = {};
    private int at;
    private long covered = UNREAD;
    private long decided;

    Posting(Tables tables, Entry entry, Range range, Budget budget, int first) {
        this.tables = tables;
        this.entry = entry;
        this.descending = range.descending();
        this.last = range.last();
        this.budget = budget;
        this.first = first;
        this.count = first;
        this.window = (long) GROWTH * first;
    }

    /** The first look is always taken, whatever is left of the budget: otherwise a page might get nowhere. */
    @Override
    public long next(long key) throws SQLException {
        long wanted = key;
        while (true) {
            while (at < keys.length && keys[at] < wanted) {
                at++;
            }
            if (at < keys.length) {
                return keys[at];
            }
            if (covered >= last || wanted > last) {
                return END;
            }
            if (budget.isSpent() && covered != UNREAD) {
                decided = Math.max(wanted - 1, covered);
                return SPENT;
            }
            wanted = Math.max(wanted, covered + 1);
            count = wanted == covered + 1 ? Math.min(STRETCH_MAX, count * GROWTH) : first;
            read(wanted);
            budget.spend(1 + keys.length);
        }
    }

    @Override
    public long decided() {
        return decided;
    }

    @Override
    public long reach() {
        return covered >= last ? END : covered;
    }

    private void read(long from) throws SQLException {
        at = 0;
        if (!descending && tables.embedded()) {
            readWindow(from);
            return;
        }
        long[] found = descending
                ? fetch(entry.select("<= ?", "DESC", count), count, -from)
                : fetch(entry.select(">= ?", "ASC", count), count, from);
        covered = found.length < count ? last : Math.min(last, found[found.length - 1]);
        keys = upToLast(found);
    }

    private long[] upToLast(long[] found) {
        int size = found.length;
        while (size > 0 && found[size - 1] > last) {
            size--;
        }
        return Arrays.copyOf(found, size);
    }

    /** Upwards in an index that goes down: windows that widen while they hold little, and narrow when they hold too much. */
    private void readWindow(long from) throws SQLException {
        String select = entry.select("BETWEEN ? AND ?", "DESC", STRETCH_MAX + 1);
        long to = Math.min(last, from + window - 1);
        long[] found = fetch(select, STRETCH_MAX + 1, from, to);
        while (found.length > STRETCH_MAX) {
            window = Math.max(STRETCH_MAX, window / GROWTH);
            to = from + window - 1;
            found = fetch(select, STRETCH_MAX + 1, from, to);
        }
        if (found.length < count) {
            window *= 2;
        }
        keys = reversed(found);
        covered = to;
    }

    private long[] fetch(String sql, int most, long... bounds) throws SQLException {
        long[] found = new long[most];
        int size = 0;
        try (PreparedStatement select = tables.connection().prepareStatement(sql + tables.immutableRead())) {
            int index = 1;
            select.setLong(index++, tables.ledger());
            for (String value : entry.values()) {
                select.setString(index++, value);
            }
            for (long bound : bounds) {
                select.setLong(index++, bound);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found[size++] = descending ? -row.getLong(1) : row.getLong(1);
                }
            }
        }
        return Arrays.copyOf(found, size);
    }

    private static long[] reversed(long[] keys) {
        long[] reversed = new long[keys.length];
        for (int i = 0; i < keys.length; i++) {
            reversed[i] = keys[keys.length - 1 - i];
        }
        return reversed;
    }
}
