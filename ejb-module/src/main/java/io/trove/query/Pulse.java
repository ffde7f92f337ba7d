package io.trove.query;

import io.trove.access.Sight;
import io.trove.event.Json;
import io.trove.event.Times;
import io.trove.filter.Filter;
import io.trove.ledger.Ledgers;
import io.trove.ledger.Store;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Tells how many events of which type were recorded when, as far as a sight goes. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Pulse {

    /** So many events of a narrowed sight are read for one answer: the newest of the time that is asked for. */
    public static final int READ_MAX = 2_000;

    private static final int READ_AT_ONCE = 500;

    @Inject
    private Store store;

    @Inject
    private Ledgers ledgers;

    /** The time that is told about, beat by beat. */
    public record Told(long fromMicros, long toMicros, List<Beat> beats) {

        public Told {
            beats = List.copyOf(beats);
        }
    }

    /**
     * What was recorded from one time to another, or from the beginning and up to the end, in so many beats of equal length;
     * of more than fifty thousand events, in beats of equally many, whose ends are where counted blocks end.
     */
    public Told of(Sight sight, OptionalLong fromMicros, OptionalLong toMicros, int beats) {
        long size = ledgers.head(sight.ledger()).size();
        if (size == 0) {
            return new Told(fromMicros.orElse(0), toMicros.orElse(0), List.of());
        }
        return store.with(sight.ledger(), tables -> {
            long from = tables.firstRecorded(fromMicros.orElse(Long.MIN_VALUE), size);
            long to = tables.firstRecorded(toMicros.orElse(Long.MAX_VALUE), size);
            long begin = fromMicros.orElse(tables.recordedAt(0, size).orElseThrow());
            long end = toMicros.orElse(tables.recordedAt(size - 1, size).orElseThrow() + 1);
            if (sight.isEverything()) {
                return new Told(
                        begin, end, new Beats(tables, size, beats, Beats.COUNTED_MAX).between(from, to, begin, end));
            }
            return new Told(begin, end, seen(sight, from, to, begin, end, beats));
        });
    }

    /** Whether {@link #created} is to be had: the sight is whole, and the ledger not large. */
    public boolean tellsCreated(Sight sight) {
        return sight.isEverything() && ledgers.head(sight.ledger()).size() <= Beats.COUNTED_MAX;
    }

    /** The same by the times that the events give for themselves; nothing where that is not to be had. */
    public Told created(Sight sight, OptionalLong fromMicros, OptionalLong toMicros, int beats) {
        if (!tellsCreated(sight)) {
            return new Told(fromMicros.orElse(0), toMicros.orElse(0), List.of());
        }
        long size = ledgers.head(sight.ledger()).size();
        return store.with(sight.ledger(), tables -> {
            var counting = new Beats(tables, size, beats, Beats.COUNTED_MAX);
            long[] extent = counting.createdExtent();
            long begin = fromMicros.orElse(extent[0]);
            long end = Math.max(begin + 1, toMicros.orElse(extent[1] + 1));
            return new Told(begin, end, counting.created(begin, end));
        });
    }

    private List<Beat> seen(Sight sight, long from, long to, long begin, long end, int beats) {
        var counts = new ArrayList<Map<String, Long>>();
        for (int i = 0; i < beats; i++) {
            counts.add(new TreeMap<>());
        }
        long behind = Math.max(from, to - READ_MAX) - 1;
        boolean ended = behind + 1 >= to;
        while (!ended) {
            long after = behind;
            Stretch stretch = store.with(
                    sight.ledger(),
                    tables -> Reading.read(tables, sight, Filter.all(), Order.ASC, after, to, READ_AT_ONCE));
            for (Found found : stretch.items()) {
                Json event = Json.parse(found.document());
                long at = Times.micros(text(event, "recordedAt"));
                int beat = (int) Math.min(beats - 1L, Math.max(0, (at - begin) * beats / Math.max(1, end - begin)));
                counts.get(beat).merge(text(event, "type"), 1L, Long::sum);
            }
            behind = stretch.decided();
            ended = stretch.ended();
        }
        var told = new ArrayList<Beat>();
        for (int i = 0; i < beats; i++) {
            told.add(new Beat(Beats.edge(begin, end, i, beats), Beats.edge(begin, end, i + 1, beats), counts.get(i)));
        }
        return told;
    }

    private static String text(Json event, String member) {
        return event.member(member).flatMap(Json::text).orElseThrow();
    }
}
