package io.trove.query;

import io.trove.filter.Tables;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What can be told of a ledger as a whole. Types are counted below {@code counted}, which is the size unless a large
 * import has just come in; the most frequent are named, and {@code otherTypes} has the events of the rest.
 *
 * @param depth how many levels the tree has above its leaves
 * @param createdFirstMicros the earliest time that any event gives for itself, of those that were counted
 */
public record Statistics(
        long size,
        int depth,
        OptionalLong recordedFirstMicros,
        OptionalLong recordedLastMicros,
        OptionalLong createdFirstMicros,
        OptionalLong createdLastMicros,
        Rates rates,
        double averageBytes,
        Map<String, Long> byType,
        long otherTypes,
        long counted) {

    /** At most so many types are named. */
    public static final int TYPES_MAX = 1_000;

    private static final long SECOND = 1_000_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    /** Events a second. */
    public record Rates(double lastMinute, double lastHour, double overall) {}

    static Statistics of(Tables tables, long size, long nowMicros) throws SQLException {
        Tally tally = Tally.of(tables, size);
        OptionalLong first = tables.recordedAt(0, size);
        OptionalLong last = tables.recordedAt(size - 1, size);
        long bytes =
                tally.counts().values().stream().mapToLong(Tally.Count::bytes).sum();
        Map<String, Long> byType = mostFrequent(tally);
        return new Statistics(
                size,
                Long.SIZE - Long.numberOfLeadingZeros(Math.max(0, size - 1)),
                first,
                last,
                tally.counts().values().stream()
                        .mapToLong(Tally.Count::createdFirst)
                        .min(),
                tally.counts().values().stream()
                        .mapToLong(Tally.Count::createdLast)
                        .max(),
                new Rates(
                        rate(tables, size, nowMicros, MINUTE),
                        rate(tables, size, nowMicros, HOUR),
                        first.isEmpty() ? 0 : perSecond(size, nowMicros - first.getAsLong())),
                tally.counted() == 0 ? 0 : (double) bytes / tally.counted(),
                byType,
                tally.counted()
                        - byType.values().stream().mapToLong(Long::longValue).sum(),
                tally.counted());
    }

    private static double rate(Tables tables, long size, long nowMicros, long micros) throws SQLException {
        return perSecond(size - tables.firstRecorded(nowMicros - micros, size), micros);
    }

    private static double perSecond(long events, long micros) {
        return (double) events * SECOND / Math.max(SECOND, micros);
    }

    private static Map<String, Long> mostFrequent(Tally tally) {
        var byType = new LinkedHashMap<String, Long>();
        tally.counts().entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Tally.Count>>comparingLong(
                                each -> -each.getValue().events())
                        .thenComparing(Map.Entry::getKey))
                .limit(TYPES_MAX)
                .forEach(each -> byType.put(each.getKey(), each.getValue().events()));
        return byType;
    }
}
