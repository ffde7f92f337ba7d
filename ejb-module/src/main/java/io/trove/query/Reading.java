package io.trove.query;

import io.trove.access.Sight;
import io.trove.filter.Candidates;
import io.trove.filter.Extent;
import io.trove.filter.Filter;
import io.trove.filter.Tables;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads what a filter means, from a position on: candidates first, then their rows, then, where neither index nor column
 * knows, the documents. It ends at its limit in events, or when it has looked at enough.
 */
final class Reading {

    /** So many positions are looked at for a page, whether they match or not. */
    static final int SCANNED_MAX = 10_000;

    /** A page has no more bytes than this, but for its first event. */
    static final long BYTES_MAX = 16L << 20;

    /** So many bytes of documents are looked at for a page. */
    static final long SCANNED_BYTES_MAX = 64L << 20;

    private static final int FIRST = 16;

    private final Events events;
    private final Candidates candidates;
    private final Sight sight;
    private final Filter filter;
    private final int limit;
    private final List<Found> items = new ArrayList<>();
    private int read;
    private long bytesRead;
    private long bytesKept;
    private long decided;

    private Reading(Events events, Candidates candidates, Sight sight, Filter filter, int limit) {
        this.events = events;
        this.candidates = candidates;
        this.sight = sight;
        this.filter = filter;
        this.limit = limit;
        this.decided = candidates.decided();
    }

    /** Up from behind a position, or down from before it; what lies at the ceiling or above is not there yet. */
    static Stretch read(Tables tables, Sight sight, Filter filter, Order order, long from, long ceiling, int limit)
            throws SQLException {
        return read(tables, sight, filter, order, from, ceiling, limit, SCANNED_MAX);
    }

    static Stretch read(
            Tables tables, Sight sight, Filter filter, Order order, long from, long ceiling, int limit, int scannedMax)
            throws SQLException {
        Extent within = sight.extent();
        Candidates candidates = order == Order.DESC
                ? Candidates.down(tables, filter, within, Math.min(from, ceiling) - 1, 0, scannedMax)
                : Candidates.up(tables, filter, within, from + 1, ceiling - 1, scannedMax);
        return new Reading(new Events(tables), candidates, sight, filter, limit).read();
    }

    private Stretch read() throws SQLException {
        boolean more = true;
        while (more) {
            List<Long> slice = slice();
            more = keep(events.at(slice, candidates.conditions()), slice);
        }
        return new Stretch(items, decided, candidates.ended() && decided == candidates.decided(), candidates.scanned());
    }

    private List<Long> slice() throws SQLException {
        int size = size();
        var slice = new ArrayList<Long>(size);
        while (slice.size() < size) {
            OptionalLong next = candidates.next();
            if (next.isEmpty()) {
                return slice;
            }
            slice.add(next.getAsLong());
        }
        return slice;
    }

    /** As many rows as are wanted, of the size that they had so far, so that memory stays bounded. */
    private int size() {
        if (read == 0) {
            return Math.min(limit, FIRST);
        }
        int wanted = candidates.isExact() ? limit - items.size() : Events.ROWS_MAX;
        long affordable = (BYTES_MAX - bytesKept) / Math.max(1, bytesRead / read);
        return (int) Math.max(1, Math.min(Math.min(wanted, Events.ROWS_MAX), affordable));
    }

    /** Keeps what matches; false when it is enough or there is no more. */
    private boolean keep(List<Found> rows, List<Long> slice) {
        for (Found row : rows) {
            read++;
            bytesRead += row.document().length;
            Optional<Found> seen = seen(row);
            if (seen.isPresent()) {
                items.add(seen.get());
                bytesKept += row.document().length;
                if (items.size() == limit || bytesKept >= BYTES_MAX) {
                    decided = row.position();
                    return false;
                }
            }
        }
        decided = candidates.decided();
        return !slice.isEmpty() && !candidates.ended() && bytesRead < SCANNED_BYTES_MAX;
    }

    private Optional<Found> seen(Found row) {
        return row.seen(sight, sight.isEverything() ? candidates.rest() : filter);
    }
}
