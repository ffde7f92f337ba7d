package io.trove.query;

import io.trove.access.Sight;
import io.trove.filter.Filter;
import io.trove.filter.Tables;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The versions of events by their id, as far as a sight goes. */
final class Named {

    /** So many versions are looked at for an answer, whether they may be seen or not. */
    static final int SCANNED_MAX = 1_000;

    private final Events events;
    private final Sight sight;
    private final long below;

    /** Some versions, the newest first, and before which one to go on when there may be more. */
    record Versions(List<Found> items, OptionalLong next, int scanned) {}

    Named(Tables tables, Sight sight, long below) {
        this.events = new Events(tables);
        this.sight = sight;
        this.below = below;
    }

    /** The event of this id, in this version or the newest that is seen. */
    Optional<Found> find(String id, OptionalInt version) throws SQLException {
        if (version.isPresent() || sight.isEverything()) {
            return events.find(id, version, below).flatMap(this::seen);
        }
        return versions(id, Long.MAX_VALUE, 1).items().stream().findFirst();
    }

    /** The version with this digest. */
    OptionalInt version(String id, byte[] digest) throws SQLException {
        Optional<Found> found = events.find(id, digest, below);
        return found.flatMap(this::seen).isPresent()
                ? OptionalInt.of(found.orElseThrow().version())
                : OptionalInt.empty();
    }

    /** At most so many versions before this one. */
    Versions versions(String id, long before, int limit) throws SQLException {
        var items = new ArrayList<Found>();
        long at = before;
        int scanned = 0;
        while (true) {
            int asked = Math.min(Events.ROWS_MAX, limit + 1);
            List<Found> rows = events.versions(id, at, asked, below);
            for (Found row : rows) {
                if (items.size() == limit) {
                    return new Versions(items, OptionalLong.of(at), scanned);
                }
                scanned++;
                at = row.version();
                seen(row).ifPresent(items::add);
            }
            if (rows.size() < asked) {
                return new Versions(items, OptionalLong.empty(), scanned);
            }
            if (scanned >= SCANNED_MAX) {
                return new Versions(items, OptionalLong.of(at), scanned);
            }
        }
    }

    private Optional<Found> seen(Found row) {
        return row.seen(sight, Filter.all());
    }
}
