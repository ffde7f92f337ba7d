package io.trove.api;

import io.trove.event.EventId;
import io.trove.links.Picture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of the graph that is to be written, with short names for its events.
 *
 * @param bounds what ended it, by name, and how much that is
 */
record Shown(Picture picture, Map<String, Object> bounds) {

    /** An edge between two events of the picture, by their numbers in it. */
    record Line(int source, String type, int target) {}

    /** The position as of which it is. */
    long asOf() {
        return picture.before() - 1;
    }

    List<Picture.Stop> nodes() {
        return picture.nodes();
    }

    List<Line> lines() {
        var numbers = new HashMap<EventId, Integer>();
        picture.nodes().forEach(stop -> numbers.put(stop.node().id(), numbers.size()));
        return picture.edges().stream()
                .map(edge -> new Line(numbers.get(edge.source()), edge.type(), numbers.get(edge.target())))
                .toList();
    }

    /** An event in one word that no other has. */
    static String key(EventId id) {
        return id.id() + "/" + id.version();
    }
}
