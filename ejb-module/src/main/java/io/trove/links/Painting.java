package io.trove.links;

import io.trove.event.EventId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Names what walks found. */
final class Painting {

    private final Footing footing;
    private final long before;
    private final Seen seen;

    Painting(Footing footing, long before, Seen seen) {
        this.footing = footing;
        this.before = before;
        this.seen = seen;
    }

    /** The events of a walk, and every edge that counts between two of them. */
    Picture of(Walked walked, Scope scope) throws SQLException {
        Map<Long, List<Integer>> distances = distances(walked);
        Set<Bound> bounds = EnumSet.noneOf(Bound.class);
        walked.bound().ifPresent(bounds::add);
        return paint(distances, between(walked, scope, bounds), bounds, walked.open());
    }

    /** Those events of a walk from which no edge leads on to another. */
    Picture rootsOf(Walked walked, Scope scope) throws SQLException {
        var leading = new HashSet<Long>();
        Set<Bound> bounds = EnumSet.noneOf(Bound.class);
        walked.bound().ifPresent(bounds::add);
        Candidates candidates = new Candidates(seen, InList.MAX, (from, to) -> {
            leading.add(from);
            return true;
        });
        var left = new long[] {Picture.LINKS_MAX};
        boolean all = footing.neighbours().of(walked.nodes(), scope, before, (from, to, type, said) -> {
            if (left[0]-- == 0) {
                bounds.add(Bound.LINKS);
                return false;
            }
            return from == to || leading.contains(from) || candidates.take(from, to, said);
        });
        candidates.settle();
        Map<Long, List<Integer>> roots = all ? distances(walked) : Map.of();
        roots.keySet().removeAll(leading);
        return paint(roots, Set.of(), bounds, walked.open());
    }

    /** The events of both walks, the nearest to both first. */
    Picture common(Walked one, Walked other, Scope scope) throws SQLException {
        Set<Bound> bounds = EnumSet.noneOf(Bound.class);
        one.bound().ifPresent(bounds::add);
        other.bound().ifPresent(bounds::add);
        Map<Long, List<Integer>> first = distances(one);
        Map<Long, List<Integer>> second = distances(other);
        var both = new LinkedHashMap<Long, List<Integer>>();
        first.keySet().stream()
                .filter(second::containsKey)
                .sorted(Comparator.comparingInt(
                        node -> first.get(node).get(0) + second.get(node).get(0)))
                .forEach(node -> both.put(
                        node, List.of(first.get(node).get(0), second.get(node).get(0))));
        var open = new LinkedHashSet<Long>();
        for (long node : one.open()) {
            open.add(node);
        }
        for (long node : other.open()) {
            open.add(node);
        }
        return paint(
                both, Set.of(), bounds, open.stream().mapToLong(Long::longValue).toArray());
    }

    /** The events and edges of a path. */
    Picture of(Path path) throws SQLException {
        var distances = new LinkedHashMap<Long, List<Integer>>();
        for (long node : path.nodes()) {
            distances.put(node, List.of(distances.size()));
        }
        Set<Bound> bounds = EnumSet.noneOf(Bound.class);
        path.bound().ifPresent(bounds::add);
        return paint(distances, path.edges(), bounds, path.open());
    }

    private Picture paint(Map<Long, List<Integer>> distances, Collection<Edge> edges, Set<Bound> bounds, long[] open)
            throws SQLException {
        var positions = new LinkedHashSet<>(distances.keySet());
        for (int i = 0; i < open.length && i < Picture.OPEN_MAX; i++) {
            positions.add(open[i]);
        }
        Map<Long, Node> nodes = footing.names().at(positions, before);
        var stops = new ArrayList<Picture.Stop>();
        distances.forEach((position, each) -> stops.add(new Picture.Stop(nodes.get(position), each)));
        var lines = new ArrayList<Picture.Line>();
        edges.forEach(edge -> lines.add(new Picture.Line(
                nodes.get(edge.source()).id(),
                edge.type(),
                nodes.get(edge.target()).id())));
        var ends = new ArrayList<EventId>();
        for (int i = 0; i < open.length && i < Picture.OPEN_MAX; i++) {
            ends.add(Objects.requireNonNull(nodes.get(open[i])).id());
        }
        return new Picture(stops, lines, bounds, ends, before);
    }

    private static Map<Long, List<Integer>> distances(Walked walked) {
        var distances = new LinkedHashMap<Long, List<Integer>>();
        for (int i = 0; i < walked.count(); i++) {
            distances.put(walked.node(i), List.of(walked.distance(i)));
        }
        return distances;
    }

    private Collection<Edge> between(Walked walked, Scope scope, Set<Bound> bounds) throws SQLException {
        if (seen.isEverything()) {
            return everyEdge(walked, scope, bounds);
        }
        var found = new LinkedHashMap<Edge, Set<Long>>();
        var left = new long[] {Picture.LINKS_MAX};
        footing.neighbours().of(walked.nodes(), scope.leaving(), before, (from, to, type, said) -> {
            if (left[0]-- == 0 || found.size() == Picture.EDGES_MAX) {
                bounds.add(found.size() == Picture.EDGES_MAX ? Bound.EDGES : Bound.LINKS);
                return false;
            }
            if (walked.has(to)) {
                found.computeIfAbsent(new Edge(from, to, type, 0), edge -> new HashSet<>())
                        .add(said);
            }
            return true;
        });
        Set<Long> said = new HashSet<>();
        found.values().forEach(said::addAll);
        Set<Long> visible = seen.among(said);
        found.values().removeIf(each -> each.stream().noneMatch(visible::contains));
        return found.keySet();
    }

    /** The same for who sees every event, and need not know which said an edge. */
    private Collection<Edge> everyEdge(Walked walked, Scope scope, Set<Bound> bounds) throws SQLException {
        var found = new LinkedHashSet<Edge>();
        var left = new long[] {Picture.LINKS_MAX};
        footing.neighbours().of(walked.nodes(), scope.leaving(), before, (from, to, type, said) -> {
            if (left[0]-- == 0 || found.size() == Picture.EDGES_MAX) {
                bounds.add(found.size() == Picture.EDGES_MAX ? Bound.EDGES : Bound.LINKS);
                return false;
            }
            if (walked.has(to)) {
                found.add(new Edge(from, to, type, 0));
            }
            return true;
        });
        return found;
    }
}
