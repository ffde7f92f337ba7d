package io.trove.start;

import io.trove.refusal.Whole;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What each variable may be that is a number and is read where it is used: a text there would end the application, and leave
 * its server listening.
 */
final class Numbers {

    private static final long TIB = 1L << 40;
    private static final long YEAR_HOURS = 24 * 366;

    private static final Map<String, Range> RANGES = Map.of(
            "TROVE_BLOB_BYTES_MAX", new Range(1, 5 * TIB),
            "TROVE_REFERENCE_BYTES_MAX", new Range(0, 5 * TIB),
            "TROVE_FILES_VERIFY_HOURS", new Range(0, YEAR_HOURS),
            "TROVE_GRAPH_BYTES_MAX", new Range(0, TIB),
            "TROVE_AUDIT_HOURS", new Range(0, YEAR_HOURS),
            "TROVE_SNAPSHOT_EVERY", new Range(1, 10_000));

    private Numbers() {}

    private record Range(long least, long most) {}

    /** {@link io.trove.refusal.CannotStart} names the first that is none, or out of range. */
    static void check(UnaryOperator<String> variable) {
        new TreeMap<>(RANGES)
                .forEach((name, range) -> Whole.of(name, variable.apply(name), range.least(), range.most()));
    }
}
