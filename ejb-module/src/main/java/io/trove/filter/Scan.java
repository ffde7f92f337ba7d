package io.trove.filter;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The positions whose columns satisfy conditions that no index answers, found by looking at stretches of the ledger. */
final class Scan implements Positions {

    private static final int FIRST = 256;
    private static final int GROWTH = 4;
    private static final int STRETCH_MAX = 4_096;

    private final Tables tables;
    private final Conditions conditions;
    private final Range range;
    private final Budget budget;
    private long count = FIRST;
    private long[] keys = {};
    private int at;
    private int size;
    private long covered;

    Scan(Tables tables, Conditions conditions, Range range, Budget budget) {
        this.tables = tables;
        this.conditions = conditions;
        this.range = range;
        this.budget = budget;
        this.covered = range.first() - 1;
    }

    @Override
    public long next(long key) throws SQLException {
        while (true) {
            while (at < size && keys[at] < key) {
                at++;
            }
            if (at < size) {
                return keys[at];
            }
            if (covered >= range.last()) {
                return END;
            }
            if (budget.isSpent()) {
                return SPENT;
            }
            read(covered + 1);
        }
    }

    @Override
    public long reach() {
        return covered;
    }

    @Override
    public long decided() {
        return covered;
    }

    private void read(long from) throws SQLException {
        long to = Math.min(range.last(), from + Math.min(count, budget.left()) - 1);
        keys = satisfying(from, to);
        budget.spend(to - from + 1);
        covered = to;
        at = 0;
        count = Math.min(STRETCH_MAX, count * GROWTH);
    }

    private long[] satisfying(long from, long to) throws SQLException {
        long[] found = new long[Math.toIntExact(to - from + 1)];
        size = 0;
        try (PreparedStatement select = tables.connection()
                .prepareStatement("SELECT position FROM event --DERBY-PROPERTIES constraint=event_pk\n"
                        + " WHERE ledger_id = ? AND position BETWEEN ? AND ?" + conditions.sql()
                        + " ORDER BY position" + tables.immutableRead())) {
            select.setLong(1, tables.ledger());
            select.setLong(2, Math.min(range.position(from), range.position(to)));
            select.setLong(3, Math.max(range.position(from), range.position(to)));
            conditions.bind(select, 4);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found[size++] = row.getLong(1);
                }
            }
        }
        if (range.descending()) {
            for (int i = 0; i < (size + 1) / 2; i++) {
                long low = found[i];
                found[i] = -found[size - 1 - i];
                found[size - 1 - i] = -low;
            }
        }
        return found;
    }
}
