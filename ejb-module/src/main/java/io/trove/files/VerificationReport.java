package io.trove.files;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The newest verification of a ledger's files, in microseconds since 1970.
 *
 * @param size the events that it looks at
 * @param at the position of the event that it is behind
 * @param verified files whose bytes were read
 * @param skipped references that lead nowhere that may be read now
 * @param drifted files whose bytes were not what was known of them
 */
public record VerificationReport(
        State state,
        String requestedBy,
        long startedAt,
        OptionalLong endedAt,
        long size,
        long at,
        long verified,
        long skipped,
        long drifted) {

    /** Whether somebody is at it. */
    public enum State {
        RUNNING,
        /** Nobody is: the next round goes on with it. */
        INTERRUPTED,
        FINISHED
    }

    static Optional<VerificationReport> of(Optional<Progress> progress, boolean isHeld) {
        return progress.map(kept -> new VerificationReport(
                kept.endedAt().isPresent() ? State.FINISHED : isHeld ? State.RUNNING : State.INTERRUPTED,
                kept.requestedBy(),
                kept.startedAt(),
                kept.endedAt(),
                kept.below(),
                Math.max(0, kept.atPosition()),
                kept.verified(),
                kept.skipped(),
                kept.drifted()));
    }
}
