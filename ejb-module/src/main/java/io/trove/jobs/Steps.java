package io.trove.jobs;

import io.trove.filter.Tables;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * How a job comes from one state and one phase to the next, each step in one transaction and taken once, by whoever is there;
 * and no more of them at once than may be.
 */
record Steps(Tables tables, Work work) {

    /**
     * Begins a job with its first tasks; nothing when its number was just taken, {@link JobsBusy} when as many are at work as
     * may be.
     */
    Optional<Job> begin(Job job, List<Task.Planned> first) throws SQLException {
        try {
            together(() -> {
                new Room(tables).require();
                jobs(job).insert(job);
                new TaskTable(tables).insert(job.id(), job.phase(), first);
                return true;
            });
            return Optional.of(job);
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
            if (!job.state().isAtWork()) {
                new Room(tables).require();
            }
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
        return together(() -> {
            if (!job.state().isAtWork()) {
                new Room(tables).require();
            }
            return jobs(job).change(job, JobTable.Change.running(job.phase(), nowMicros, done));
        });
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
