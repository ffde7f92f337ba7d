package io.trove.jobs;

import io.trove.access.Access;
import io.trove.access.Permission;
import io.trove.access.Sight;
import io.trove.event.Json;
import io.trove.event.Times;
import io.trove.filter.Tables;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import io.trove.ledger.Ledgers;
import io.trove.ledger.Store;
import io.trove.query.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Starts jobs, tells of them, and pauses, resumes, stops and restarts them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Jobs {

    private static final int TRIES_MAX = 20;
    private static final String RUNNING_JOBS = "Running jobs";
    private static final String READING_JOBS = "Reading jobs";

    @Inject
    private Access access;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Store store;

    @Inject
    private Works works;

    @Inject
    private Workshop workshop;

    @Inject
    private Exported exported;

    /** The kinds of jobs that there are, by name. */
    public List<String> kinds() {
        return works.kinds().stream().sorted().toList();
    }

    /** Starts what a request asks for, as this caller; what it may not see, the job does not see. */
    public JobReport start(Caller caller, Ledger ledger, Json request) {
        access.demand(caller, ledger, Permission.JOBS_RUN, RUNNING_JOBS);
        Sight sight = access.sight(caller, ledger);
        var wish = new Wish(request);
        Work work = works.of(wish.kind(works.kinds()));
        Json kept = work.checked(caller, sight, wish);
        Job begun = begin(caller, sight, work, kept);
        workshop.hint(ledger);
        return told(caller, sight, begun.id());
    }

    private Job begin(Caller caller, Sight sight, Work work, Json request) {
        Ledger ledger = sight.ledger();
        long size = ledgers.head(ledger).size();
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            Optional<Job> begun = store.with(ledger, tables -> {
                var jobs = new JobTable(ledger, tables);
                long now = Times.micros(Instant.now());
                var job = new Job(
                        ledger,
                        jobs.newest() + 1,
                        work.kind(),
                        JobState.RUNNING,
                        caller,
                        request,
                        sight.version(),
                        size,
                        0,
                        now,
                        OptionalLong.empty(),
                        now,
                        0,
                        Optional.empty());
                return new Steps(tables, work).begin(job, work.plan(job, 0));
            });
            if (begun.isPresent()) {
                return begun.get();
            }
        }
        throw new JobsBusy(Room.JOBS_MAX);
    }

    /** The newest jobs before the one of this number, or of all. */
    public List<JobReport> list(Caller caller, Ledger ledger, OptionalLong before, int limit) {
        access.demand(caller, ledger, Permission.JOBS_READ, READING_JOBS);
        Sight sight = access.sight(caller, ledger);
        int most = PageRequest.newest(limit).limit();
        return store.with(ledger, tables -> {
            List<Job> jobs = new JobTable(ledger, tables).before(before.orElse(Long.MAX_VALUE), most);
            var reports = new ArrayList<JobReport>();
            for (Job job : jobs) {
                reports.add(report(tables, job, isTold(job, caller, sight)));
            }
            return reports;
        });
    }

    /** The job of this number. */
    public JobReport find(Caller caller, Ledger ledger, long id) {
        access.demand(caller, ledger, Permission.JOBS_READ, READING_JOBS);
        return told(caller, access.sight(caller, ledger), id);
    }

    private JobReport told(Caller caller, Sight sight, long id) {
        return store.with(sight.ledger(), tables -> {
            Job job = known(sight.ledger(), tables, id);
            return report(tables, job, isTold(job, caller, sight));
        });
    }

    /** Pauses, resumes, stops or restarts it, or decides about what it built; what is so already stays so. */
    public JobReport act(Caller caller, Ledger ledger, long id, Act act) {
        access.demand(caller, ledger, Permission.JOBS_RUN, RUNNING_JOBS);
        Sight sight = access.sight(caller, ledger);
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            boolean done = store.with(ledger, tables -> {
                Job job = known(ledger, tables, id);
                return (job.state() == act.to() && !act.decides()) || done(tables, job, act);
            });
            if (done) {
                workshop.hint(ledger);
                return told(caller, sight, id);
            }
        }
        throw new JobsBusy(Room.JOBS_MAX);
    }

    private boolean done(Tables tables, Job job, Act act) throws SQLException {
        if (!act.from().contains(job.state())) {
            throw JobNotSo.because(job, act);
        }
        Work work = works.of(job.kind());
        var jobs = new JobTable(job.ledger(), tables);
        long now = Times.micros(Instant.now());
        if (act.decides()) {
            int phase = work.phaseOf(act);
            return phase == job.phase()
                    ? new Steps(tables, work).goOn(job, now)
                    : new Steps(tables, work).enter(job, phase, now);
        }
        return switch (act.to()) {
            case RUNNING -> new Steps(tables, work).goOn(job, now);
            case PAUSED -> jobs.change(job, JobTable.Change.resting(job, JobState.PAUSED));
            default -> jobs.change(job, JobTable.Change.ended(job, act.to(), now, Optional.empty()));
        };
    }

    /** What an export wrote, for who started it, as long as they see what they saw, and for whoever sees everything. */
    public JobFile file(Caller caller, Ledger ledger, long id) {
        return exported.file(caller, ledger, id);
    }

    private JobReport report(Tables tables, Job job, boolean isTold) throws SQLException {
        return JobReport.of(
                job, works.of(job.kind()), new TaskTable(tables).all(job.id()), Times.micros(Instant.now()), isTold);
    }

    private static Job known(Ledger ledger, Tables tables, long id) throws SQLException {
        return new JobTable(ledger, tables).find(id).orElseThrow(() -> new JobUnknown(id));
    }

    /** What a job is about and came to is for who started it, and for whoever sees everything. */
    private static boolean isTold(Job job, Caller caller, Sight sight) {
        return sight.isEverything() || job.caller().id().equals(caller.id());
    }
}
