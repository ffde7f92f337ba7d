package io.trove.query;

import io.trove.access.Sight;
import io.trove.filter.Candidates;
import io.trove.filter.Extent;
import io.trove.filter.Filter;
import io.trove.filter.Tables;
import io.trove.ledger.Burden;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads what a filter means, from a position on: candidates first, then their rows, then, where neither index nor column
 * knows, the documents. It ends where there is room for no more, or when it has looked at enough.
 */
final class Reading {

    /** So many positions are looked at for a page, whether they match or not. */
    static final int SCANNED_MAX = 10_000;

    /** So many bytes of documents are looked at for a page. */
    static final long SCANNED_BYTES_MAX = 64L << 20;

    private static final int FIRST_MIN = 16;

    private final Events events;
    private final Candidates candidates;
    private final Sight sight;
    private final Filter filter;
    private final Amount amount;
    private final List<Found> items = new ArrayList<>();
    private int read;
    private long bytesRead;
    private long bytesKept;
    private long decided;

    private Reading(Events events, Candidates candidates, Sight sight, Filter filter, Amount amount) {
        this.events = events;
        this.candidates = candidates;
        this.sight = sight;
        this.filter = filter;
        this.amount = amount;
        this.decided = candidates.decided();
    }

    /** Up from behind a position, or down from before it; what lies at the ceiling or above is not there yet. */
    static Stretch read(Tables tables, Sight sight, Filter filter, Order order, long from, long ceiling, Amount amount)
            throws SQLException {
        return read(tables, sight, filter, order, from, ceiling, amount, SCANNED_MAX);
    }

    static Stretch read(
            Tables tables,
            Sight sight,
            Filter filter,
            Order order,
            long from,
            long ceiling,
            Amount amount,
            int scannedMax)
            throws SQLException {
        Extent within = sight.extent();
        Candidates candidates = order == Order.DESC
                ? Candidates.down(tables, filter, within, Math.min(from, ceiling) - 1, 0, scannedMax)
                : Candidates.up(tables, filter, within, from + 1, ceiling - 1, scannedMax);
        return new Reading(new Events(tables, amount.isHeld()), candidates, sight, filter, amount).read();
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

    /** As many rows as are wanted, of the size that they had so far, at first of any, so that memory stays bounded. */
    private int size() {
        if (read == 0) {
            long surely = Math.max(FIRST_MIN, amount.bytes() / Tables.TOGETHER_BYTES_MAX);
            return (int) Math.min(amount.events(), Math.min(surely, Events.ROWS_MAX));
        }
        int wanted = candidates.isExact() ? amount.events() - items.size() : Events.ROWS_MAX;
        long affordable = (amount.bytes() - bytesKept) / Math.max(1, bytesRead / read);
        return (int) Math.max(1, Math.min(Math.min(wanted, Events.ROWS_MAX), affordable));
    }

    /** Keeps what matches; false when it is enough or there is no more. */
    private boolean keep(List<Events.Row> rows, List<Long> slice) throws SQLException {
        for (Events.Row row : rows) {
            Found event = events.event(row);
            read++;
            bytesRead += event.document().length;
            Optional<Found> seen = seen(event);
            if (seen.isPresent()) {
                items.add(seen.get());
                bytesKept += event.document().length;
                if (amount.isHeld()) {
                    Burden.weigh(bytesKept);
                }
                if (items.size() == amount.events() || bytesKept >= amount.bytes()) {
                    decided = row.position();
                    return false;
                }
            }
        }
        decided = candidates.decided();
        return !slice.isEmpty() && !candidates.ended() && bytesRead < SCANNED_BYTES_MAX;
    }

    private Optional<Found> seen(Found event) {
        return event.seen(sight, sight.isEverything() ? candidates.rest() : filter);
    }
}
