package io.trove.query;

import java.util.List;
import java.util.Optional;

/**
 * A page of events; {@code next} is there as long as there may be more, even when no event is. {@code scanned} tells how
 * many positions were looked at for it.
 */
public record Page(List<Found> items, Optional<String> next, long scanned) {

    public Page {
        items = List.copyOf(items);
    }
}
