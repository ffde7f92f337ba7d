package io.trove.jobs;

import io.trove.event.Json;
import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The tasks of a ledger's jobs, as they are planned and read. */
record TaskTable(Tables tables) {

    /** So many tasks a phase has at most. */
    static final int TASKS_MAX = 64;

    private static final String SELECT = """
            SELECT job_id,
                   task,
                   phase,
                   mark,
                   done,
                   total,
                   ended_at,
                   fence
              FROM job_task
             WHERE ledger_id = ?
               AND job_id = ?""";

    private static final String ALL = SELECT + """

             ORDER BY task""";

    private static final String ONE = SELECT + """

               AND task = ?""";

    private static final String NEW = """
            INSERT INTO job_task (
                   ledger_id, job_id, task, phase, mark, done, total, holder, fence, expires_at)
            VALUES (?, ?, ?, ?, ?, 0, ?, '', 0, 0)""";

    /** The number of a phase's task. */
    static long number(int phase, int task) {
        return (long) phase * TASKS_MAX + task;
    }

    void insert(long job, int phase, List<Task.Planned> tasks) throws SQLException {
        if (tasks.size() > TASKS_MAX) {
            throw new IllegalStateException(tasks.size() + " tasks were planned, more than " + TASKS_MAX);
        }
        try (PreparedStatement insert = tables.connection().prepareStatement(NEW)) {
            for (int i = 0; i < tasks.size(); i++) {
                insert.setLong(1, tables.ledger());
                insert.setLong(2, job);
                insert.setLong(3, number(phase, i));
                insert.setLong(4, phase);
                insert.setBytes(5, tasks.get(i).mark().json().canonical());
                insert.setLong(6, tasks.get(i).total());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** All of a job's, in their order. */
    List<Task> all(long job) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(ALL)) {
            select.setLong(1, tables.ledger());
            select.setLong(2, job);
            return tasks(select);
        }
    }

    Optional<Task> find(long job, long task) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(ONE)) {
            select.setLong(1, tables.ledger());
            select.setLong(2, job);
            select.setLong(3, task);
            return tasks(select).stream().findFirst();
        }
    }

    private static List<Task> tasks(PreparedStatement select) throws SQLException {
        var tasks = new ArrayList<Task>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long endedAt = row.getLong(7);
                boolean isOpen = row.wasNull();
                tasks.add(new Task(
                        row.getLong(1),
                        row.getLong(2),
                        (int) row.getLong(3),
                        new Mark(Json.parse(row.getBytes(4))),
                        row.getLong(5),
                        row.getLong(6),
                        isOpen ? OptionalLong.empty() : OptionalLong.of(endedAt),
                        row.getLong(8)));
            }
        }
        return tasks;
    }
}
