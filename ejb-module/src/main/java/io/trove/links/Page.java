package io.trove.links;

import java.util.List;
import java.util.Optional;

/** A page of an event's links; {@code next} is there as long as there may be more, even when no link is. */
public record Page(List<Listed> items, Optional<String> next) {

    public Page {
        items = List.copyOf(items);
    }
}
