package io.trove.jobs;

import io.trove.filter.Tables;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** How a job comes from one state and one phase to the next, each step in one transaction and taken once, by whoever is there. */
record Steps(Tables tables, Work work) {

    /** Begins a job under the first number that is free, with its first tasks; nothing when that was just taken. */
    Optional<Job> begin(Job job, List<Task.Planned> first) throws SQLException {
        try {
            return together(() -> {
                        new JobTable(job.ledger(), tables).insert(job);
                        new TaskTable(tables).insert(job.id(), job.phase(), first);
                        return true;
                    })
                    ? Optional.of(job)
                    : Optional.empty();
        } catch (SQLException failure) {
            if (isTaken(failure)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** What comes when no task of its phase is open any more. */
    void phaseEnded(Job job, long nowMicros) throws SQLException {
        Work.Next next = work.next(job, job.phase(), new TaskTable(tables).all(job.id()));
        if (next instanceof Work.Next.Phase phase) {
            enter(job, phase.number(), nowMicros);
        } else if (next instanceof Work.Next.Decision) {
            jobs(job).change(job, JobTable.Change.resting(job, JobState.READY));
        } else {
            jobs(job).change(job, JobTable.Change.ended(job, JobState.FINISHED, nowMicros, Optional.empty()));
        }
    }

    /** Begins a phase with its tasks; whether this did it. */
    boolean enter(Job job, int phase, long nowMicros) throws SQLException {
        List<Task.Planned> planned = work.plan(job, phase);
        return together(() -> {
            boolean entered = jobs(job).change(job, JobTable.Change.running(phase, nowMicros, 0));
            if (entered) {
                new TaskTable(tables).insert(job.id(), phase, planned);
            }
            return entered;
        });
    }

    /** Goes on in the phase where it is; whether this did it. */
    boolean goOn(Job job, long nowMicros) throws SQLException {
        long done = new TaskTable(tables)
                .all(job.id()).stream()
                        .filter(task -> task.phase() == job.phase())
                        .mapToLong(Task::done)
                        .sum();
        return jobs(job).change(job, JobTable.Change.running(job.phase(), nowMicros, done));
    }

    private JobTable jobs(Job job) {
        return new JobTable(job.ledger(), tables);
    }

    /** What is written together. */
    private interface Written {
        boolean all() throws SQLException;
    }

    private boolean together(Written written) throws SQLException {
        tables.connection().setAutoCommit(false);
        try {
            boolean done = written.all();
            tables.connection().commit();
            return done;
        } catch (SQLException | RuntimeException failure) {
            tables.connection().rollback();
            throw failure;
        } finally {
            tables.connection().setAutoCommit(true);
        }
    }

    private static boolean isTaken(SQLException failure) {
        for (SQLException each = failure; each != null; each = each.getNextException()) {
            if (String.valueOf(each.getSQLState()).startsWith("23")) {
                return true;
            }
        }
        return false;
    }
}
