package io.trove.links;

import java.util.HashMap;
import java.util.Map;

/** When edges were last taken away. */
final class Removals {

    static final Removals NONE = new Removals();

    private final Map<Edge, Long> last = new HashMap<>();

    void add(long source, long target, String type, long position) {
        last.merge(new Edge(source, target, type, 0), position, Math::max);
    }

    boolean isEmpty() {
        return last.isEmpty();
    }

    /** Whether what was said of an edge no longer holds. */
    boolean ended(Edge edge) {
        Long removed = last.get(edge.unsaid());
        return removed != null && removed > edge.said();
    }

    /** The same of an edge as it is seen from an end. */
    boolean ended(Way way, long from, long to, String type, long said) {
        return ended(way == Way.OUT ? new Edge(from, to, type, said) : new Edge(to, from, type, said));
    }
}
