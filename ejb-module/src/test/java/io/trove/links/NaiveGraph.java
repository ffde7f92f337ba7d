package io.trove.links;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A graph in the simplest possible way: a list of what was said, looked through for every question. */
final class NaiveGraph {

    private final List<Change> changes = new ArrayList<>();

    /** That an edge was made or taken away, and by the event at which position. */
    private record Change(long position, Edge edge, boolean removes) {}

    void said(long position, long source, String type, long target) {
        changes.add(new Change(position, new Edge(source, target, type, 0), false));
    }

    void removed(long position, long source, String type, long target) {
        changes.add(new Change(position, new Edge(source, target, type, 0), true));
    }

    /** The edges before a position whose ends are there, and of which some saying is seen that nothing took back. */
    Set<Edge> edges(long before, Collection<Long> seen) {
        Map<Edge, Long> removed = new HashMap<>();
        changes.stream()
                .filter(change -> change.removes() && change.position() < before)
                .forEach(change -> removed.merge(change.edge(), change.position(), Math::max));
        Set<Edge> edges = new LinkedHashSet<>();
        for (Change change : changes) {
            Edge edge = change.edge();
            if (!change.removes()
                    && change.position() < before
                    && edge.source() < before
                    && edge.target() < before
                    && change.position() > removed.getOrDefault(edge, -1L)
                    && seen.containsAll(List.of(edge.source(), edge.target(), change.position()))) {
                edges.add(edge);
            }
        }
        return edges;
    }

    /** The least distance of each event from one, however far, along edges that are seen. */
    Map<Long, Integer> distances(Question question, Collection<Long> seen) {
        Set<Edge> edges = edges(question.before(), seen);
        Map<Long, Integer> distances = new TreeMap<>(Map.of(question.start(), 0));
        Set<Long> level = Set.of(question.start());
        for (int distance = 1; !level.isEmpty(); distance++) {
            Set<Long> next = new TreeSet<>();
            for (Edge edge : edges) {
                if (counts(question.scope().out(), edge) && level.contains(edge.source())) {
                    next.add(edge.target());
                }
                if (counts(question.scope().in(), edge) && level.contains(edge.target())) {
                    next.add(edge.source());
                }
            }
            next.removeAll(distances.keySet());
            for (long node : next) {
                distances.put(node, distance);
            }
            level = next;
        }
        return distances;
    }

    static boolean counts(Optional<Set<String>> types, Edge edge) {
        return types.filter(some -> some.isEmpty() || some.contains(edge.type()))
                .isPresent();
    }
}
