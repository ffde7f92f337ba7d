package io.trove.links;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where a walk came: positions in the order of their distance, from the start on. When a bound ended it, the events whose
 * edges were not all followed are among {@link #open()}.
 */
final class Walked {

    private final Numbers nodes = new Numbers();
    private long[] vias = new long[64];
    private final List<Integer> ends = new ArrayList<>();
    private Optional<Bound> bound = Optional.empty();

    Walked(long start) {
        nodes.add(start);
        ends.add(1);
    }

    /** Reaches an event that was not reached before, over another; it is on the level that is being filled. */
    void reach(long node, long via) {
        if (nodes.count() == vias.length) {
            vias = Arrays.copyOf(vias, 2 * vias.length);
        }
        vias[nodes.count()] = via;
        nodes.add(node);
    }

    /** The event over which another was reached. */
    long via(long node) {
        return vias[nodes.indexOf(node)];
    }

    boolean has(long node) {
        return nodes.indexOf(node) >= 0;
    }

    int count() {
        return nodes.count();
    }

    long node(int index) {
        return nodes.get(index);
    }

    /** Ends a level; the distance of the next one, or less than one when nothing is on it. */
    void endLevel() {
        if (ends.get(ends.size() - 1) < nodes.count()) {
            ends.add(nodes.count());
        }
    }

    /** The events of the farthest level that ended. */
    long[] lastLevel() {
        int from = ends.size() == 1 ? 0 : ends.get(ends.size() - 2);
        return nodes.range(from, ends.get(ends.size() - 1));
    }

    int levels() {
        return ends.size();
    }

    int distance(int index) {
        int level = 0;
        while (ends.get(level) <= index) {
            level++;
        }
        return level;
    }

    void end(Bound by) {
        bound = Optional.of(by);
    }

    Optional<Bound> bound() {
        return bound;
    }

    long[] nodes() {
        return nodes.range(0, nodes.count());
    }

    /** Where to go on: the farthest level, and the one before it where the walk ended between the two. */
    long[] open() {
        if (bound.isEmpty()) {
            return new long[0];
        }
        int levels = bound.get() == Bound.DEPTH ? 1 : 2;
        int from = ends.size() <= levels ? 0 : ends.get(ends.size() - 1 - levels);
        return nodes.range(from, nodes.count());
    }

    @Override
    public String toString() {
        return Arrays.toString(nodes()) + " " + ends + " " + bound;
    }
}
