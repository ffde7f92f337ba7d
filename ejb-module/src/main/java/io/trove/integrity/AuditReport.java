package io.trove.integrity;

import java.util.List;
import java.util.OptionalLong;

/**
 * How far an audit is and what it found.
 *
 * @param size the events that it looks at: those that were there when it began
 * @param at how many of them it has looked at
 * @param filesRead of how many files the bytes were read again, and {@code bytesRead} how many these were
 * @param count how many things disagree; {@code disagreements} has the first of them
 */
public record AuditReport(
        long id,
        State state,
        String requestedBy,
        long startedAtMicros,
        OptionalLong endedAtMicros,
        long size,
        long at,
        long filesRead,
        long bytesRead,
        long count,
        List<Disagreement> disagreements) {

    /** At most so many disagreements are kept of an audit; the others are counted. */
    public static final int DISAGREEMENTS_MAX = 1_000;

    /** Where an audit stands. */
    public enum State {
        RUNNING,
        /** The server that ran it is gone; asking for an audit goes on with it. */
        INTERRUPTED,
        FINISHED
    }

    public AuditReport {
        disagreements = List.copyOf(disagreements);
    }
}
