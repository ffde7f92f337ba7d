package io.trove.jobs;

import io.trove.event.Times;
import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who works at a task: one server at a time, for a term by the database's clock. Each term has a number, and a mark is moved
 * only in the newest.
 *
 * @param holder the name of this server
 */
record Terms(Tables tables, String holder) {

    static final long TERM_MICROS = 6_000_000;

    private static final String CLOCK = """
            SELECT CURRENT_TIMESTAMP
              FROM ledger_head
             WHERE ledger_id = ?""";

    /** Who has waited longest comes first. */
    private static final String FREE = """
            SELECT task
              FROM job_task
             WHERE ledger_id = ?
               AND job_id = ?
               AND phase = ?
               AND ended_at IS NULL
               AND expires_at <= ?
             ORDER BY expires_at, task""";

    private static final String TAKE = """
            UPDATE job_task
               SET holder = ?,
                   fence = fence + 1,
                   expires_at = ?
             WHERE ledger_id = ?
               AND job_id = ?
               AND task = ?
               AND ended_at IS NULL
               AND expires_at <= ?""";

    private static final String EXTEND = """
            UPDATE job_task
               SET expires_at = ?
             WHERE ledger_id = ?
               AND job_id = ?
               AND task = ?
               AND holder = ?
               AND fence = ?
               AND ended_at IS NULL""";

    private static final String MOVE_ON = """
            UPDATE job_task
               SET mark = ?,
                   done = ?,
                   total = ?,
                   ended_at = ?,
                   expires_at = ?
             WHERE ledger_id = ?
               AND job_id = ?
               AND task = ?
               AND holder = ?
               AND fence = ?
               AND ended_at IS NULL""";

    /** The time by the clock that all servers share. */
    long nowMicros() throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(CLOCK)) {
            select.setLong(1, tables.ledger());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Times.micros(row.getTimestamp(1).toInstant());
            }
        }
    }

    /** The open tasks of a job's phase that nobody works at. */
    List<Long> free(Job job) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(FREE)) {
            select.setLong(1, tables.ledger());
            select.setLong(2, job.id());
            select.setLong(3, job.phase());
            select.setLong(4, nowMicros());
            var free = new ArrayList<Long>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    free.add(row.getLong(1));
                }
            }
            return free;
        }
    }

    /** Takes a task for a term, as it is now; nothing when another server was quicker, or it has ended. */
    Optional<Task> take(long job, long task) throws SQLException {
        long now = nowMicros();
        if (!update(TAKE, holder, now + TERM_MICROS, tables.ledger(), job, task, now)) {
            return Optional.empty();
        }
        return new TaskTable(tables).find(job, task);
    }

    /** Begins the term anew, if it is still this one. */
    boolean extend(Task task) throws SQLException {
        return update(
                EXTEND, nowMicros() + TERM_MICROS, tables.ledger(), task.job(), task.number(), holder, task.fence());
    }

    /** Ends the term; nobody is to take the task for so long. */
    void rest(Task task, long forMicros) throws SQLException {
        update(EXTEND, nowMicros() + forMicros, tables.ledger(), task.job(), task.number(), holder, task.fence());
    }

    /** Moves a task on with what belongs to the stride, both or neither; false when the term was not this one any more. */
    boolean moveOn(Task task, Stride stride) throws SQLException {
        long now = nowMicros();
        tables.connection().setAutoCommit(false);
        try {
            boolean moved = moved(task, stride, now);
            if (moved) {
                stride.writes().on(tables.connection());
            }
            tables.connection().commit();
            return moved;
        } catch (SQLException | RuntimeException failure) {
            tables.connection().rollback();
            throw failure;
        } finally {
            tables.connection().setAutoCommit(true);
        }
    }

    private boolean moved(Task task, Stride stride, long now) throws SQLException {
        try (PreparedStatement update = tables.connection().prepareStatement(MOVE_ON)) {
            update.setBytes(1, stride.mark().json().canonical());
            update.setLong(2, stride.done());
            update.setLong(3, stride.ended() ? stride.done() : Math.max(task.total(), stride.done()));
            if (stride.ended()) {
                update.setLong(4, now);
            } else {
                update.setNull(4, Types.BIGINT);
            }
            update.setLong(5, now + TERM_MICROS);
            update.setLong(6, tables.ledger());
            update.setLong(7, task.job());
            update.setLong(8, task.number());
            update.setString(9, holder);
            update.setLong(10, task.fence());
            return update.executeUpdate() == 1;
        }
    }

    private boolean update(String sql, Object... values) throws SQLException {
        try (PreparedStatement update = tables.connection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate() == 1;
        }
    }
}
