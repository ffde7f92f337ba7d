package io.trove.jobs;

import java.util.OptionalLong;

/**
 * A part of a job's work.
 *
 * @param fence the number of the term that it was last worked at in
 */
record Task(
        long job, long number, int phase, Mark mark, long done, long total, OptionalLong endedAtMicros, long fence) {

    /** A task as it begins. */
    record Planned(Mark mark, long total) {}

    boolean isOpen() {
        return endedAtMicros.isEmpty();
    }

    Task after(Stride stride) {
        return new Task(job, number, phase, stride.mark(), stride.done(), total, endedAtMicros, fence);
    }
}
