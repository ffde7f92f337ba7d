package io.trove.jobs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What has become of a job. */
public enum JobState {
    /** Its tasks are worked at. */
    RUNNING,
    /** It rests where it is, and keeps its place among those that may go on at once. */
    PAUSED,
    /** What it built is ready, and waits for somebody to decide. */
    READY,
    /** It was ended before its end; a restart goes on from there. */
    STOPPED,
    /** It could not go on, and says why; a restart goes on from there. */
    FAILED,
    /** It is over. */
    FINISHED;

    private static final Set<JobState> AT_WORK = Set.of(RUNNING, PAUSED);

    /** As tables and answers say it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static JobState of(String text) {
        return Arrays.stream(values())
                .filter(state -> state.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A job is said to be " + text));
    }

    /** Whether it counts among the jobs that go on at once. */
    boolean isAtWork() {
        return AT_WORK.contains(this);
    }
}
