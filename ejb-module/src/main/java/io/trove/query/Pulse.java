package io.trove.query;

import io.trove.access.Sight;
import io.trove.ledger.Ledgers;
import io.trove.ledger.Store;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalLong;

/** Tells how many events of which type were recorded when, as far as a sight goes. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Pulse {

    /** So many events of a narrowed sight are read for one answer: the newest of the time that is asked for. */
    public static final int READ_MAX = 2_000;

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
            return new Told(begin, end, new Seen(tables, sight, size).beats(from, to, begin, end, beats));
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
}
