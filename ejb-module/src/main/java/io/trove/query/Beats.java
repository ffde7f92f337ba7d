package io.trove.query;

import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The beats of a ledger that is seen whole: counted event by event where they are few, by kept counts where they are many. */
final class Beats {

    /** At most so many events are counted one by one for an answer. */
    static final long COUNTED_MAX = 5 * Tally.BLOCK;

    private static final String COUNT = """
            SELECT type,
                   COUNT(*)
              FROM event --DERBY-PROPERTIES constraint=event_pk
             WHERE ledger_id = ?
               AND position BETWEEN ? AND ?
             GROUP BY type""";

    private static final String KEPT = """
            SELECT type,
                   SUM(event_count)
              FROM event_tally
             WHERE ledger_id = ?
               AND block BETWEEN ? AND ?
             GROUP BY type""";

    private static final String CREATED = """
            SELECT type,
                   beat,
                   COUNT(*)
              FROM (SELECT type,
                           (created_at - %d) / %d AS beat
                      FROM event --DERBY-PROPERTIES constraint=event_pk
                     WHERE ledger_id = ?
                       AND position < ?
                       AND created_at >= ?
                       AND created_at < ?) counted
             GROUP BY type,
                      beat""";

    private static final String EXTENT = """
            SELECT MIN(created_at),
                   MAX(created_at)
              FROM event --DERBY-PROPERTIES constraint=event_pk
             WHERE ledger_id = ?
               AND position < ?""";

    private final Tables tables;
    private final long size;
    private final int beats;
    private final long countedMax;

    Beats(Tables tables, long size, int beats, long countedMax) {
        this.tables = tables;
        this.size = size;
        this.beats = beats;
        this.countedMax = countedMax;
    }

    List<Beat> between(long from, long to, long begin, long end) throws SQLException {
        return to - from <= countedMax ? even(from, to, begin, end) : blocks(from, to);
    }

    /** Where a beat begins, or the one before it ends. */
    static long edge(long begin, long end, int beat, int beats) {
        return begin + (end - begin) / beats * beat + (end - begin) % beats * beat / beats;
    }

    private List<Beat> even(long from, long to, long begin, long end) throws SQLException {
        var told = new ArrayList<Beat>();
        long first = from;
        for (int i = 0; i < beats; i++) {
            long until = edge(begin, end, i + 1, beats);
            long next = i == beats - 1 ? to : tables.firstRecorded(until, to);
            told.add(new Beat(edge(begin, end, i, beats), until, count(COUNT, first, next - 1)));
            first = next;
        }
        return told;
    }

    /** Whole blocks from the one that holds the first event on; what no block holds yet is the last beat. */
    private List<Beat> blocks(long from, long to) throws SQLException {
        Tally.keepUp(tables, size);
        long firstBlock = from / Tally.BLOCK;
        long endBlock = Math.min(to / Tally.BLOCK, size / Tally.BLOCK);
        long each = Math.max(1, (endBlock - firstBlock + beats - 1) / beats);
        var told = new ArrayList<Beat>();
        for (long block = firstBlock; block < endBlock; block += each) {
            long next = Math.min(endBlock, block + each);
            told.add(beat(block * Tally.BLOCK, next * Tally.BLOCK, count(KEPT, block, next - 1)));
        }
        if (endBlock * Tally.BLOCK < to) {
            told.add(beat(endBlock * Tally.BLOCK, to, count(COUNT, endBlock * Tally.BLOCK, to - 1)));
        }
        return told;
    }

    /** The earliest and the latest time that any event gives for itself. */
    long[] createdExtent() throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(EXTENT + tables.immutableRead())) {
            select.setLong(1, tables.ledger());
            select.setLong(2, size);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new long[] {row.getLong(1), row.getLong(2)};
            }
        }
    }

    /** By the times that the events give for themselves: all are looked at, so that it is for ledgers that are not large. */
    List<Beat> created(long begin, long end) throws SQLException {
        long width = Math.max(1, (end - begin + beats - 1) / beats);
        var counts = new ArrayList<Map<String, Long>>();
        for (int i = 0; i < beats; i++) {
            counts.add(new TreeMap<>());
        }
        String sql = CREATED.formatted(begin, width) + tables.immutableRead();
        try (PreparedStatement select = tables.connection().prepareStatement(sql)) {
            select.setLong(1, tables.ledger());
            select.setLong(2, size);
            select.setLong(3, begin);
            select.setLong(4, end);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counts.get(row.getInt(2)).put(row.getString(1), row.getLong(3));
                }
            }
        }
        var told = new ArrayList<Beat>();
        for (int i = 0; i < beats; i++) {
            told.add(new Beat(begin + i * width, begin + (i + 1) * width, counts.get(i)));
        }
        return told;
    }

    private Beat beat(long first, long next, Map<String, Long> counts) throws SQLException {
        long end = next < size
                ? tables.recordedAt(next, size).orElseThrow()
                : tables.recordedAt(size - 1, size).orElseThrow() + 1;
        return new Beat(tables.recordedAt(first, size).orElseThrow(), end, counts);
    }

    private Map<String, Long> count(String sql, long first, long last) throws SQLException {
        var counts = new TreeMap<String, Long>();
        if (last < first) {
            return counts;
        }
        try (PreparedStatement select = tables.connection().prepareStatement(sql + tables.immutableRead())) {
            select.setLong(1, tables.ledger());
            select.setLong(2, first);
            select.setLong(3, last);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counts.put(row.getString(1), row.getLong(2));
                }
            }
        }
        return counts;
    }
}
