package io.trove.api;

import io.trove.event.EventId;
import io.trove.links.Picture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A part of the graph that is to be written, with short names for its events.
 *
 * @param bounds what ended it, by name, and how much that is
 */
record Shown(Picture picture, Map<String, Object> bounds) {

    /** An edge between two events of the picture, by their numbers in it. */
    record Line(int source, String type, int target) {}

    /** So many events are named to go on from in a sentence. */
    private static final int NAMED_MAX = 10;

    /** The position as of which it is. */
    long asOf() {
        return picture.before() - 1;
    }

    /** Why it is not all there is, and where to go on, for people; nothing when it is all. */
    Optional<String> ending() {
        if (bounds.isEmpty()) {
            return Optional.empty();
        }
        var why = bounds.entrySet().stream()
                .map(bound -> bound.getKey() + " " + bound.getValue())
                .collect(Collectors.joining(", "));
        var open = picture.open();
        var from = open.stream().limit(NAMED_MAX).map(Shown::name).collect(Collectors.joining(", "));
        var others = open.size() > NAMED_MAX ? " and " + (open.size() - NAMED_MAX) + " more" : "";
        return Optional.of("This is not all (" + why + ")" + (open.isEmpty() ? "" : "; go on from " + from + others));
    }

    /** Whether not every link of it was followed; of many that are so, only the first are known. */
    boolean isOpen(Picture.Stop stop) {
        return picture.open().contains(stop.node().id());
    }

    /** An event as people read it. */
    static String name(EventId id) {
        return id.version() == 1 ? id.id() : id.id() + " v" + id.version();
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
