package io.trove.query;

import java.util.List;

/**
 * What a bounded reading found: the events, in reading order; up to which position everything is decided, whether that is
 * the end, and how many positions were looked at.
 */
public record Stretch(List<Found> items, long decided, boolean ended, long scanned) {

    public Stretch {
        items = List.copyOf(items);
    }
}
