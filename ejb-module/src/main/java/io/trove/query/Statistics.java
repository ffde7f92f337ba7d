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

    static final long SECOND = 1_000_000;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;

    /** Events a second. */
    public record Rates(double lastMinute, double lastHour, double overall) {}

    static Statistics of(Tables tables, long size, long nowMicros) throws SQLException {
        Tally tally = Tally.of(tables, size);
        OptionalLong first = tables.recordedAt(0, size);
        var rates = new Rates(
                rate(tables, size, nowMicros, MINUTE),
                rate(tables, size, nowMicros, HOUR),
                first.isEmpty() ? 0 : perSecond(size, nowMicros - first.getAsLong()));
        OptionalLong last = tables.recordedAt(size - 1, size);
        return of(size, size, first, last, rates, tally.counts(), tally.counted());
    }

    /** Of so many events of a ledger of this size, counted below a position. */
    static Statistics of(
            long events,
            long size,
            OptionalLong first,
            OptionalLong last,
            Rates rates,
            Map<String, Tally.Count> counts,
            long counted) {
        Map<String, Long> byType = mostFrequent(counts);
        return new Statistics(
                events,
                Long.SIZE - Long.numberOfLeadingZeros(Math.max(0, size - 1)),
                first,
                last,
                counts.values().stream().mapToLong(Tally.Count::createdFirst).min(),
                counts.values().stream().mapToLong(Tally.Count::createdLast).max(),
                rates,
                averageBytes(counts),
                byType,
                events(counts)
                        - byType.values().stream().mapToLong(Long::longValue).sum(),
                counted);
    }

    /** About how many bytes the events below a position have: as large as those that were counted are all of them. */
    public static long bytes(Tables tables, long below) throws SQLException {
        return (long) (below * averageBytes(Tally.of(tables, below).counts()));
    }

    private static double averageBytes(Map<String, Tally.Count> counts) {
        long events = events(counts);
        return events == 0
                ? 0
                : (double) counts.values().stream()
                                .mapToLong(Tally.Count::bytes)
                                .sum()
                        / events;
    }

    private static long events(Map<String, Tally.Count> counts) {
        return counts.values().stream().mapToLong(Tally.Count::events).sum();
    }

    private static double rate(Tables tables, long size, long nowMicros, long micros) throws SQLException {
        return perSecond(size - tables.firstRecorded(nowMicros - micros, size), micros);
    }

    private static double perSecond(long events, long micros) {
        return (double) events * SECOND / Math.max(SECOND, micros);
    }

    private static Map<String, Long> mostFrequent(Map<String, Tally.Count> counts) {
        var byType = new LinkedHashMap<String, Long>();
        counts.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Tally.Count>>comparingLong(
                                each -> -each.getValue().events())
                        .thenComparing(Map.Entry::getKey))
                .limit(TYPES_MAX)
                .forEach(each -> byType.put(each.getKey(), each.getValue().events()));
        return byType;
    }
}
