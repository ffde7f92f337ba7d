package io.trove.event;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How many of an entity's events each node has recorded; as text {@code a:1;b:2}, with the nodes in their order. */
public record Vector(SortedMap<String, Long> counts) {
    private static final Pattern TEXT = Pattern.compile("[^:;]+:\\d{1,18}(;[^:;]+:\\d{1,18})*");
    private static final Vector NONE = new Vector(new TreeMap<>());

    public Vector {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** How one vector stands to another. */
    public enum Order {
        EQUAL,
        BEFORE,
        AFTER,
        /** Each has events that the other has not. */
        CONCURRENT
    }

    /** Before the first event. */
    public static Vector none() {
        return NONE;
    }

    /** The vector that this text is, its nodes in any order; IllegalArgumentException when it is none. */
    public static Vector of(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("a vector such as a:1;b:2 was wanted; got " + text);
        }
        SortedMap<String, Long> counts = new TreeMap<>();
        for (String pair : text.split(";", -1)) {
            int colon = pair.indexOf(':');
            if (counts.put(pair.substring(0, colon), Long.valueOf(pair.substring(colon + 1))) != null) {
                throw new IllegalArgumentException("a vector names each node once; got " + text);
            }
        }
        return new Vector(counts);
    }

    /** With one more event, recorded by this node. */
    public Vector advanced(String node) {
        SortedMap<String, Long> next = new TreeMap<>(counts);
        next.put(node, counts.getOrDefault(node, 0L) + 1);
        return new Vector(next);
    }

    public Order comparedTo(Vector other) {
        boolean within = isWithin(other);
        boolean around = other.isWithin(this);
        if (within && around) {
            return Order.EQUAL;
        }
        return within ? Order.BEFORE : around ? Order.AFTER : Order.CONCURRENT;
    }

    private boolean isWithin(Vector other) {
        return counts.entrySet().stream()
                .allMatch(each -> each.getValue() <= other.counts.getOrDefault(each.getKey(), 0L));
    }

    /** As text; empty before the first event. */
    @Override
    public String toString() {
        return counts.entrySet().stream()
                .map((Map.Entry<String, Long> each) -> each.getKey() + ":" + each.getValue())
                .collect(Collectors.joining(";"));
    }
}
