package io.trove.jobs;

import io.trove.event.Json;
import io.trove.filter.Tables;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The rows of a ledger's jobs. A row is changed only from the state and the phase that whoever changes it knows. */
record JobTable(Ledger ledger, Tables tables) {

    private static final String SELECT = """
            SELECT job_id,
                   kind,
                   state,
                   caller,
                   request,
                   sight,
                   ceiling,
                   phase,
                   started_at,
                   ended_at,
                   resumed_at,
                   resumed_done,
                   why
              FROM job
             WHERE ledger_id = ?""";

    private static final String ONE = SELECT + """

               AND job_id = ?""";

    private static final String BEFORE = SELECT + """

               AND job_id < ?
             ORDER BY job_id DESC
             FETCH FIRST %d ROWS ONLY""";

    private static final String IN_STATE = SELECT + """

               AND state = ?
             ORDER BY job_id""";

    private static final String NEWEST = """
            SELECT MAX(job_id)
              FROM job
             WHERE ledger_id = ?""";

    private static final String NEW = """
            INSERT INTO job (
                   ledger_id, job_id, kind, state, caller, request, sight, ceiling, phase, started_at, resumed_at,
                   resumed_done)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String CHANGE = """
            UPDATE job
               SET state = ?,
                   phase = ?,
                   ended_at = ?,
                   resumed_at = ?,
                   resumed_done = ?,
                   why = ?
             WHERE ledger_id = ?
               AND job_id = ?
               AND state = ?
               AND phase = ?""";

    private static final String LEDGERS = """
            SELECT DISTINCT ledger_id
              FROM job
             WHERE state = ?""";

    private static final int WHY_LENGTH_MAX = 1_900;

    /** The ledgers, by their ids, that have a job in this state. */
    static Set<LedgerId> ledgersWith(Connection connection, JobState state) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LEDGERS)) {
            select.setString(1, state.text());
            var ledgers = new HashSet<LedgerId>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ledgers.add(new LedgerId(row.getLong(1)));
                }
            }
            return ledgers;
        }
    }

    Optional<Job> find(long id) throws SQLException {
        return rows(ONE, id).stream().findFirst();
    }

    /** The newest before this one. */
    List<Job> before(long id, int limit) throws SQLException {
        return rows(BEFORE.formatted(limit), id);
    }

    List<Job> in(JobState state) throws SQLException {
        return rows(IN_STATE, state.text());
    }

    /** The number of the newest; 0 before the first. */
    long newest() throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(NEWEST)) {
            select.setLong(1, tables.ledger());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Fails on a number that is taken. */
    void insert(Job job) throws SQLException {
        try (PreparedStatement insert = tables.connection().prepareStatement(NEW)) {
            insert.setLong(1, tables.ledger());
            insert.setLong(2, job.id());
            insert.setString(3, job.kind());
            insert.setString(4, job.state().text());
            insert.setBytes(5, Job.written(job.caller()).canonical());
            insert.setBytes(6, job.request().canonical());
            insert.setString(7, job.sight());
            insert.setLong(8, job.ceiling());
            insert.setLong(9, job.phase());
            insert.setLong(10, job.startedAtMicros());
            insert.setLong(11, job.resumedAtMicros());
            insert.setLong(12, job.resumedDone());
            insert.executeUpdate();
        }
    }

    /** What becomes of a job; false when it is not any more what it was known to be. */
    boolean change(Job from, Change to) throws SQLException {
        try (PreparedStatement update = tables.connection().prepareStatement(CHANGE)) {
            update.setString(1, to.state().text());
            update.setLong(2, to.phase());
            if (to.endedAtMicros().isPresent()) {
                update.setLong(3, to.endedAtMicros().getAsLong());
            } else {
                update.setNull(3, Types.BIGINT);
            }
            update.setLong(4, to.resumedAtMicros());
            update.setLong(5, to.resumedDone());
            update.setString(
                    6,
                    to.why()
                            .map(why -> why.length() > WHY_LENGTH_MAX ? why.substring(0, WHY_LENGTH_MAX) : why)
                            .orElse(null));
            update.setLong(7, tables.ledger());
            update.setLong(8, from.id());
            update.setString(9, from.state().text());
            update.setLong(10, from.phase());
            return update.executeUpdate() == 1;
        }
    }

    /** How a job goes on. */
    record Change(
            JobState state,
            int phase,
            OptionalLong endedAtMicros,
            long resumedAtMicros,
            long resumedDone,
            Optional<String> why) {

        /** At work in a phase, from now on, with so much of it done. */
        static Change running(int phase, long nowMicros, long done) {
            return new Change(JobState.RUNNING, phase, OptionalLong.empty(), nowMicros, done, Optional.empty());
        }

        /** In a state in which nothing is worked at. */
        static Change resting(Job job, JobState state) {
            return new Change(
                    state,
                    job.phase(),
                    OptionalLong.empty(),
                    job.resumedAtMicros(),
                    job.resumedDone(),
                    Optional.empty());
        }

        /** Over, for now or for good. */
        static Change ended(Job job, JobState state, long nowMicros, Optional<String> why) {
            return new Change(
                    state, job.phase(), OptionalLong.of(nowMicros), job.resumedAtMicros(), job.resumedDone(), why);
        }
    }

    private List<Job> rows(String sql, Object value) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(sql)) {
            select.setLong(1, tables.ledger());
            select.setObject(2, value);
            var jobs = new ArrayList<Job>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    jobs.add(job(row));
                }
            }
            return jobs;
        }
    }

    private Job job(ResultSet row) throws SQLException {
        long endedAt = row.getLong(10);
        boolean isOpen = row.wasNull();
        return new Job(
                ledger,
                row.getLong(1),
                row.getString(2),
                JobState.of(row.getString(3)),
                Job.read(Json.parse(row.getBytes(4))),
                Json.parse(row.getBytes(5)),
                row.getString(6),
                row.getLong(7),
                (int) row.getLong(8),
                row.getLong(9),
                isOpen ? OptionalLong.empty() : OptionalLong.of(endedAt),
                row.getLong(11),
                row.getLong(12),
                Optional.ofNullable(row.getString(13)));
    }
}
