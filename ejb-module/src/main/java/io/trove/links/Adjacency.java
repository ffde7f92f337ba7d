package io.trove.links;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The edges of a ledger in memory, as far as it has seen: for each event the first of its edges, for each edge the next,
 * in both directions, in arrays of numbers. It knows from where to where each edge holds, so that it answers as of any
 * position that it has seen. Who uses it keeps writers and readers apart.
 */
final class Adjacency implements Neighbours {

    private static final int NONE = -1;
    private static final int SIZE = 1_024;
    private static final int HOLDING = Integer.MAX_VALUE;
    private static final long REMOVAL_BYTES = 160;

    private final Map<String, Integer> types = new HashMap<>();
    private String[] typeNames = new String[16];
    private final Map<Edge, int[]> removals = new HashMap<>();
    private final int[][] first = {filled(SIZE), filled(SIZE)};
    private final int[][] next = {new int[SIZE], new int[SIZE]};
    private final int[][] ends = {new int[SIZE], new int[SIZE]};
    private int[] type = new int[SIZE];
    private int[] said = new int[SIZE];
    private int[] until = new int[SIZE];
    private int count;

    /** Keeps an edge; it is taken no more than once with the position that says it. */
    void add(Edge edge) {
        grow((int) Math.max(edge.source(), edge.target()));
        int index = count++;
        ends[0][index] = (int) edge.source();
        ends[1][index] = (int) edge.target();
        type[index] = typeOf(edge.type());
        said[index] = (int) edge.said();
        until[index] = until(edge);
        for (int way = 0; way < 2; way++) {
            int end = ends[way][index];
            next[way][index] = first[way][end];
            first[way][end] = index;
        }
    }

    /** From when on an edge was taken away that is known only now. */
    private int until(Edge edge) {
        for (int removal : removals.getOrDefault(edge.unsaid(), new int[0])) {
            if (removal > edge.said()) {
                return removal;
            }
        }
        return HOLDING;
    }

    /** Takes an edge away from the position on that says so; positions only grow. */
    void remove(Edge edge) {
        int at = (int) edge.said();
        int[] known = removals.getOrDefault(edge.unsaid(), new int[0]);
        int[] more = Arrays.copyOf(known, known.length + 1);
        more[known.length] = at;
        Arrays.sort(more);
        removals.put(edge.unsaid(), more);
        Integer ofType = types.get(edge.type());
        if (ofType == null || edge.source() >= first[0].length) {
            return;
        }
        for (int i = first[0][(int) edge.source()]; i != NONE; i = next[0][i]) {
            if (ends[1][i] == edge.target() && type[i] == ofType && said[i] < at) {
                until[i] = Math.min(until[i], at);
            }
        }
    }

    @Override
    public boolean of(long[] nodes, Scope scope, long before, Taker taker) throws java.sql.SQLException {
        boolean[] out = scope.out().map(this::numbers).orElse(null);
        boolean[] in = scope.in().map(this::numbers).orElse(null);
        for (long node : nodes) {
            if ((scope.out().isPresent() && !of(node, 0, out, before, taker))
                    || (scope.in().isPresent() && !of(node, 1, in, before, taker))) {
                return false;
            }
        }
        return true;
    }

    private boolean of(long node, int way, boolean[] wanted, long before, Taker taker) throws java.sql.SQLException {
        if (node >= first[way].length) {
            return true;
        }
        int[] others = ends[1 - way];
        for (int i = first[way][(int) node]; i != NONE; i = next[way][i]) {
            boolean counts = wanted.length == 0 || wanted[type[i]];
            if (counts
                    && said[i] < before
                    && others[i] < before
                    && until[i] >= before
                    && !taker.take(node, others[i], typeNames[type[i]], said[i])) {
                return false;
            }
        }
        return true;
    }

    /** Which types count, by their numbers; empty for any. */
    private boolean[] numbers(Set<String> names) {
        if (names.isEmpty()) {
            return new boolean[0];
        }
        var wanted = new boolean[Math.max(1, types.size())];
        names.forEach(name -> {
            Integer number = types.get(name);
            if (number != null) {
                wanted[number] = true;
            }
        });
        return wanted;
    }

    private int typeOf(String name) {
        Integer known = types.get(name);
        if (known != null) {
            return known;
        }
        int number = types.size();
        if (number == typeNames.length) {
            typeNames = Arrays.copyOf(typeNames, 2 * number);
        }
        typeNames[number] = name;
        types.put(name, number);
        return number;
    }

    int count() {
        return count;
    }

    /** The memory that it takes, in bytes. */
    long bytes() {
        long perEdge = 7L * Integer.BYTES;
        long names = types.keySet().stream()
                .mapToLong(name -> 64 + 2L * name.length())
                .sum();
        return 2L * Integer.BYTES * first[0].length + perEdge * type.length + REMOVAL_BYTES * removals.size() + names;
    }

    private void grow(int node) {
        for (int way = 0; way < 2; way++) {
            int length = first[way].length;
            if (node >= length) {
                first[way] = Arrays.copyOf(first[way], Math.max(node + 1, length + length / 2));
                Arrays.fill(first[way], length, first[way].length, NONE);
            }
        }
        if (count == type.length) {
            int size = count + count / 2;
            for (int way = 0; way < 2; way++) {
                next[way] = Arrays.copyOf(next[way], size);
                ends[way] = Arrays.copyOf(ends[way], size);
            }
            type = Arrays.copyOf(type, size);
            said = Arrays.copyOf(said, size);
            until = Arrays.copyOf(until, size);
        }
    }

    private static int[] filled(int size) {
        int[] numbers = new int[size];
        Arrays.fill(numbers, NONE);
        return numbers;
    }
}
