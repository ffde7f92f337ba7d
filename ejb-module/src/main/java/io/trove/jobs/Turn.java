package io.trove.jobs;

import io.trove.access.Sight;
import io.trove.filter.Tables;
import io.trove.refusal.Refusal;
import jakarta.ejb.EJBException;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A turn of this server at a task: stride by stride for some seconds, as long as the job is to go on. Then others have
 * theirs. What keeps it from going on fails the job; what will pass lets the task rest for a while.
 */
final class Turn {

    private static final long NANOS_MAX = 5_000_000_000L;
    private static final long REST_MICROS = 3_000_000;
    private static final int BAD_GATEWAY_AND_UP = 502;
    private static final int TOO_MANY = 429;
    private static final System.Logger LOG = System.getLogger("io.trove.jobs");

    private final Tables tables;
    private final Terms terms;
    private final Work work;
    private final Sees sees;
    private final BooleanSupplier isClosing;
    private Job job;
    private Task task;

    Turn(Tables tables, Terms terms, Work work, Sees sees, BooleanSupplier isClosing, Job job, Task task) {
        this.tables = tables;
        this.terms = terms;
        this.work = work;
        this.sees = sees;
        this.isClosing = isClosing;
        this.job = job;
        this.task = task;
    }

    /** What who started a job may see now; a refusal when they may not run jobs any more. */
    interface Sees {
        Sight now(Job job);
    }

    /** Whether the task has ended. */
    boolean run() throws SQLException {
        long until = System.nanoTime() + NANOS_MAX;
        while (!isClosing.getAsBoolean() && isToGoOn()) {
            Optional<Stride> stride = stride();
            if (stride.isEmpty() || !terms.moveOn(task, stride.get())) {
                return false;
            }
            task = task.after(stride.get());
            if (stride.get().ended()) {
                return true;
            }
            if (stride.get().rests()) {
                terms.rest(task, REST_MICROS);
                return false;
            }
            if (System.nanoTime() > until) {
                break;
            }
        }
        terms.rest(task, 0);
        return false;
    }

    private boolean isToGoOn() throws SQLException {
        Optional<Job> now = new JobTable(job.ledger(), tables).find(job.id());
        job = now.orElseThrow();
        return job.state() == JobState.RUNNING && job.phase() == task.phase();
    }

    private Optional<Stride> stride() throws SQLException {
        try {
            return Optional.of(work.stride(job, task, sight()));
        } catch (Refusal refusal) {
            refused(refusal);
        } catch (EJBException wrapped) {
            if (wrapped.getCause() instanceof Refusal refusal) {
                refused(refusal);
            } else {
                broke(wrapped);
            }
        } catch (RuntimeException broken) {
            broke(broken);
        }
        return Optional.empty();
    }

    /** A job that began with another sight would end with a mixture. */
    private Sight sight() {
        Sight sight = sees.now(job);
        if (work.dependsOnSight() && !sight.version().equals(job.sight())) {
            throw new SightChanged(job.caller().id());
        }
        return sight;
    }

    private void refused(Refusal refusal) throws SQLException {
        if (refusal.status() >= BAD_GATEWAY_AND_UP || refusal.status() == TOO_MANY) {
            LOG.log(
                    Level.WARNING,
                    "Job {0} of {1} waits: {2}",
                    job.id(),
                    job.ledger().name(),
                    refusal.getMessage());
            terms.rest(task, REST_MICROS);
        } else {
            fail(refusal.getMessage());
        }
    }

    private void broke(RuntimeException broken) throws SQLException {
        LOG.log(Level.ERROR, "Job " + job.id() + " of " + job.ledger().name() + " broke", broken);
        fail("It broke; the server's log of %s says how".formatted(Instant.now()));
    }

    private void fail(String why) throws SQLException {
        new JobTable(job.ledger(), tables)
                .change(job, JobTable.Change.ended(job, JobState.FAILED, terms.nowMicros(), Optional.of(why)));
        terms.rest(task, 0);
    }
}
