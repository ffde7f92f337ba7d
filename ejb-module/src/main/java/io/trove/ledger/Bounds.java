package io.trove.ledger;

import io.trove.event.Limits;
import io.trove.refusal.CannotStart;
import io.trove.refusal.Whole;
import java.util.function.UnaryOperator;

/**
 * How much an append may be, and how many may wait.
 *
 * @param limits what one event may hold
 * @param waitingMax requests that wait to be appended to one ledger
 * @param waitingInAllMax requests that this server appends at a time, to whatever ledger: fewer than it has threads, so that
 *     some are left to read
 * @param recallMax what this server remembers of one ledger, so that it need not look it up
 * @param recallInAllMax what it remembers of all of them: tens of MiB
 */
public record Bounds(
        int eventsMax,
        int rowsMax,
        long eventBytesMax,
        long requestBytesMax,
        Limits limits,
        int waitingMax,
        int waitingInAllMax,
        int batchRowsMax,
        long batchBytesMax,
        int recallMax,
        int recallInAllMax) {

    private static final long MIB = 1L << 20;
    private static final int ROWS_MAX = 10_000;

    /** The bounds of the documentation. */
    public static Bounds defaults() {
        return of(1_000, MIB, 16 * MIB, Limits.DEFAULT);
    }

    /** The bounds that these variables set; {@link CannotStart} names one that is out of range. */
    public static Bounds configured(UnaryOperator<String> variable) {
        return of(
                (int) whole(variable, "TROVE_EVENTS_MAX", 1, ROWS_MAX),
                whole(variable, "TROVE_EVENT_BYTES_MAX", 1_024, 32 * MIB),
                whole(variable, "TROVE_REQUEST_BYTES_MAX", 1_024, 256 * MIB),
                new Limits(
                        (int) whole(variable, "TROVE_LINKS_MAX", 0, 1_000),
                        (int) whole(variable, "TROVE_FILES_MAX", 0, 1_000),
                        Limits.DEFAULT.indexKeysMax()));
    }

    private static Bounds of(int eventsMax, long eventBytesMax, long requestBytesMax, Limits limits) {
        return new Bounds(
                eventsMax,
                ROWS_MAX,
                eventBytesMax,
                requestBytesMax,
                limits,
                128,
                144,
                4_000,
                16 * MIB,
                10_000,
                100_000);
    }

    private static long whole(UnaryOperator<String> variable, String name, long least, long most) {
        return Whole.of(name, variable.apply(name), least, most);
    }
}
