package io.trove.jobs;

import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Room for one job more of a ledger, however many ask for it at once. */
record Room(Tables tables) {

    /** So many jobs of a ledger are running or paused at once. */
    static final int JOBS_MAX = 4;

    /**
     * It changes nothing: whoever has the row first goes first, until their transaction ends. Before the first job there is
     * nothing to wait for, and only one can be the first.
     */
    private static final String TAKE_TURN = """
            UPDATE job
               SET kind = kind
             WHERE ledger_id = ?
               AND job_id = 1""";

    private static final String AT_WORK = """
            SELECT COUNT(*)
              FROM job
             WHERE ledger_id = ?
               AND state IN (?, ?)""";

    /** {@link JobsBusy} when there is none; otherwise there is until the end of the transaction of whoever calls. */
    void require() throws SQLException {
        try (PreparedStatement update = tables.connection().prepareStatement(TAKE_TURN)) {
            update.setLong(1, tables.ledger());
            update.executeUpdate();
        }
        if (atWork() >= JOBS_MAX) {
            throw new JobsBusy(JOBS_MAX);
        }
    }

    /** How many are running or paused. */
    long atWork() throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(AT_WORK)) {
            select.setLong(1, tables.ledger());
            select.setString(2, JobState.RUNNING.text());
            select.setString(3, JobState.PAUSED.text());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
