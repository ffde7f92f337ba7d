package io.trove.ledger;

import io.trove.event.Times;
import io.trove.filter.Tables;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;

/**
 * A work that one server does at a time, for a term by the database's clock. Each term has a number of its own: whoever
 * writes under a lease writes only while that number still is the newest.
 */
public final class Lease {

    private static final long TERM_MICROS = 30_000_000;

    private static final String CLOCK = """
            SELECT CURRENT_TIMESTAMP
              FROM ledger_head
             WHERE ledger_id = ?""";

    private static final String NEW = """
            INSERT INTO lease (expires_at, holder, ledger_id, name, fence)
            VALUES (?, ?, ?, ?, 1)""";

    private static final String EXTEND = """
            UPDATE lease
               SET expires_at = ?
             WHERE holder = ?
               AND ledger_id = ?
               AND name = ?
               AND expires_at > ?""";

    private static final String TAKE_OVER = """
            UPDATE lease
               SET expires_at = ?,
                   holder = ?,
                   fence = fence + 1
             WHERE ledger_id = ?
               AND name = ?
               AND expires_at <= ?""";

    private static final String FENCE = """
            SELECT fence
              FROM lease
             WHERE ledger_id = ?
               AND name = ?
               AND holder = ?""";

    private static final String HELD = """
            SELECT fence
              FROM lease
             WHERE ledger_id = ?
               AND name = ?
               AND expires_at > ?""";

    private static final String NEWEST = """
            SELECT fence
              FROM lease
             WHERE ledger_id = ?
               AND name = ?""";

    private static final String GIVE_UP = """
            UPDATE lease
               SET expires_at = 0
             WHERE ledger_id = ?
               AND name = ?
               AND holder = ?
               AND fence = ?""";

    private final Connection connection;
    private final long ledger;
    private final String work;
    private final String holder;

    /** The lease of a work in a ledger, for the server of this name. */
    public Lease(Tables tables, String work, String holder) {
        this.connection = tables.connection();
        this.ledger = tables.ledger();
        this.work = work;
        this.holder = holder;
    }

    /** The number of the term that this server holds or has begun; none while another server holds the lease. */
    public OptionalLong hold() throws SQLException {
        long now = now();
        long end = now + TERM_MICROS;
        boolean held = update(EXTEND, end, holder, ledger, work, now)
                || update(TAKE_OVER, end, holder, ledger, work, now)
                || insert(end);
        return held ? fence() : OptionalLong.empty();
    }

    /** Whether any server holds the lease now. */
    public boolean isHeld() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HELD)) {
            select.setLong(1, ledger);
            select.setString(2, work);
            select.setLong(3, now());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** The number of the newest term, whoever has it; 0 before the first. */
    public long newest() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEWEST)) {
            select.setLong(1, ledger);
            select.setString(2, work);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** Ends the term, if it is still this one. */
    public void giveUp(long fence) throws SQLException {
        update(GIVE_UP, ledger, work, holder, fence);
    }

    private long now() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CLOCK)) {
            select.setLong(1, ledger);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Times.micros(row.getTimestamp(1).toInstant());
            }
        }
    }

    private boolean insert(long end) throws SQLException {
        try {
            return update(NEW, end, holder, ledger, work);
        } catch (SQLException failure) {
            if (String.valueOf(failure.getSQLState()).startsWith("23")) {
                return false;
            }
            throw failure;
        }
    }

    private OptionalLong fence() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FENCE)) {
            select.setLong(1, ledger);
            select.setString(2, work);
            select.setString(3, holder);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    private boolean update(String sql, Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate() == 1;
        }
    }
}
