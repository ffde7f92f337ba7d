package io.trove.jobs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What may be done to a job, and in which states. */
public enum Act {
    PAUSE(JobState.PAUSED, JobState.RUNNING),
    RESUME(JobState.RUNNING, JobState.PAUSED),
    STOP(JobState.STOPPED, JobState.RUNNING, JobState.PAUSED),
    RESTART(JobState.RUNNING, JobState.STOPPED, JobState.FAILED),
    /** What a replay has built takes the place of what is there. */
    SWITCH(JobState.RUNNING, JobState.READY),
    /** What a replay has built is thrown away. */
    DISCARD(JobState.RUNNING, JobState.READY, JobState.STOPPED, JobState.FAILED);

    private final JobState to;
    private final Set<JobState> from;

    Act(JobState to, JobState... from) {
        this.to = to;
        this.from = Set.of(from);
    }

    /** The act of this name. */
    public static Optional<Act> named(String text) {
        return Arrays.stream(values()).filter(act -> act.text().equals(text)).findFirst();
    }

    /** As addresses say it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    JobState to() {
        return to;
    }

    Set<JobState> from() {
        return from;
    }

    /** Whether somebody decides by it about what a replay has built. */
    boolean decides() {
        return this == SWITCH || this == DISCARD;
    }
}
