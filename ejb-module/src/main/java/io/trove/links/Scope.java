package io.trove.links;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which edges count, seen from an event: the types of those that leave it and of those that reach it; no set is no edge of
 * that direction, an empty one is any type.
 */
public record Scope(Optional<Set<String>> out, Optional<Set<String>> in) {

    /** At most so many types are asked for at once. */
    public static final int TYPES_MAX = 16;

    /** Which way edges are followed. */
    public enum Direction {
        OUT,
        IN,
        BOTH
    }

    /** Edges of these types, of all when there are none, this way; {@code child} is {@code parent} the other way. */
    public static Scope of(Direction direction, Set<String> types) {
        boolean out = direction != Direction.IN;
        boolean in = direction != Direction.OUT;
        if (types.isEmpty()) {
            return new Scope(any(out), any(in));
        }
        var leaving = new TreeSet<String>();
        var reaching = new TreeSet<String>();
        for (String type : types) {
            boolean inverse = type.equals(LinkType.CHILD);
            String kept = inverse ? LinkType.PARENT : type;
            if (inverse ? in : out) {
                leaving.add(kept);
            }
            if (inverse ? out : in) {
                reaching.add(kept);
            }
        }
        return new Scope(some(leaving), some(reaching));
    }

    /** The same edges seen from their other ends. */
    Scope inverse() {
        return new Scope(in, out);
    }

    /** Those that leave, of every type that counts either way. */
    Scope leaving() {
        if (out.filter(Set::isEmpty).isPresent() || in.filter(Set::isEmpty).isPresent()) {
            return new Scope(any(true), Optional.empty());
        }
        var all = new TreeSet<String>(out.orElse(Set.of()));
        all.addAll(in.orElse(Set.of()));
        return new Scope(some(all), Optional.empty());
    }

    private static Optional<Set<String>> any(boolean followed) {
        return followed ? Optional.of(Set.of()) : Optional.empty();
    }

    private static Optional<Set<String>> some(Set<String> types) {
        return types.isEmpty() ? Optional.empty() : Optional.of(Set.copyOf(types));
    }
}
