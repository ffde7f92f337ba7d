package io.trove.jobs;

import io.trove.event.Json;
import io.trove.event.Times;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A job as it is told of.
 *
 * @param done how much of the phase it is in, of {@code total}
 * @param ratePerSecond since it last began to go on; none while it rests
 * @param leftSeconds what the phase takes at that rate
 * @param told what it is about and what it came to, for who started it and for whoever sees everything
 */
public record JobReport(
        long id,
        String kind,
        JobState state,
        String phase,
        String startedBy,
        long ceiling,
        long startedAtMicros,
        OptionalLong endedAtMicros,
        long done,
        long total,
        Optional<Double> ratePerSecond,
        OptionalLong leftSeconds,
        Optional<Told> told) {

    private static final double SECOND = 1_000_000;
    private static final double TENTHS = 10;

    /**
     * What was asked for, why it failed, what it came to so far, and the first of what it found; {@code found} counts all.
     */
    public record Told(
            Json request, Optional<String> why, Map<String, Object> outcome, long found, List<Json> findings) {

        public Told {
            outcome = new LinkedHashMap<>(outcome);
            findings = List.copyOf(findings);
        }

        static Told of(Job job, Work work, List<Task> all) {
            return new Told(
                    job.request(),
                    job.why(),
                    work.outcome(job, all),
                    all.stream().mapToLong(task -> task.mark().found()).sum(),
                    all.stream()
                            .flatMap(task -> task.mark().findings().stream())
                            .limit(Mark.FINDINGS_MAX)
                            .toList());
        }

        private void write(Map<String, Object> members) {
            members.put("request", request);
            why.ifPresent(reason -> members.put("why", reason));
            members.put("outcome", outcome);
            members.put("found", found);
            members.put("findings", findings);
        }
    }

    static JobReport of(Job job, Work work, List<Task> all, long nowMicros, boolean isTold) {
        List<Task> tasks =
                all.stream().filter(task -> task.phase() == job.phase()).toList();
        long done = tasks.stream().mapToLong(Task::done).sum();
        long total = tasks.stream().mapToLong(Task::total).sum();
        long elapsed = nowMicros - job.resumedAtMicros();
        Optional<Double> rate = job.state() == JobState.RUNNING && elapsed > 0
                ? Optional.of(Math.round((done - job.resumedDone()) * SECOND / elapsed * TENTHS) / TENTHS)
                : Optional.empty();
        return new JobReport(
                job.id(),
                job.kind(),
                job.state(),
                work.phases().get(job.phase()),
                job.caller().id(),
                job.ceiling(),
                job.startedAtMicros(),
                job.endedAtMicros(),
                done,
                total,
                rate,
                left(rate, total - done),
                isTold ? Optional.of(Told.of(job, work, all)) : Optional.empty());
    }

    private static OptionalLong left(Optional<Double> rate, long toDo) {
        return rate.isPresent() && rate.get() > 0
                ? OptionalLong.of((long) Math.ceil(Math.max(0, toDo) / rate.get()))
                : OptionalLong.empty();
    }

    /** Whether nothing happens to it before somebody does something. */
    public boolean isResting() {
        return state != JobState.RUNNING;
    }

    /** As answers say it. */
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("id", id);
        members.put("job", kind);
        members.put("state", state.text());
        members.put("phase", phase);
        members.put("startedBy", startedBy);
        members.put("size", ceiling);
        members.put("startedAt", Times.text(startedAtMicros));
        endedAtMicros.ifPresent(ended -> members.put("endedAt", Times.text(ended)));
        members.put("done", done);
        members.put("total", total);
        ratePerSecond.ifPresent(rate -> members.put("ratePerSecond", Json.of(rate)));
        leftSeconds.ifPresent(left -> members.put("leftSeconds", left));
        told.ifPresent(about -> about.write(members));
        return members;
    }

    /** The same without what it found, as lists say it. */
    public Map<String, Object> membersInList() {
        Map<String, Object> members = members();
        members.remove("findings");
        return members;
    }
}
