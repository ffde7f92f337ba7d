package io.trove.links;

import io.trove.event.EventId;
import java.util.List;
import java.util.Set;

/**
 * A part of the graph: events, the edges between them, and why it is not more.
 *
 * @param bounds what ended it; nothing when it is all there is
 * @param open where to go on, the first of them: events of which not every edge was followed
 * @param before everything below this position was looked at, and nothing else
 */
public record Picture(List<Stop> nodes, List<Line> edges, Set<Bound> bounds, List<EventId> open, long before) {

    /** At most so many edges are shown. */
    public static final int EDGES_MAX = 100_000;

    /** At most so many edges are looked at for an answer. */
    public static final long LINKS_MAX = 1_000_000;

    /** At most so many events are named to go on from. */
    static final int OPEN_MAX = 100;

    public Picture {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        bounds = Set.copyOf(bounds);
        open = List.copyOf(open);
    }

    /** An event, and how far it is from where the walk began; from each of the two where there were two. */
    public record Stop(Node node, List<Integer> distances) {

        public Stop {
            distances = List.copyOf(distances);
        }

        /** The whole way. */
        public int distance() {
            return distances.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** An edge. */
    public record Line(EventId source, String type, EventId target) {}
}
