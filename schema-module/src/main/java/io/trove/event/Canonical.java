package io.trove.event;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes an object in canonical form, member by member, where there is no tree of it; IllegalStateException when a member comes
 * before one that it belongs behind.
 */
public final class Canonical {
    private static final int EXPECTED = 1_024;
    private static final long WHOLE_MAX = 1L << 53;

    private final Jcs jcs = new Jcs(EXPECTED);
    private final Deque<String> outer = new ArrayDeque<>();
    private String before = "";

    /** Begins the object. */
    public Canonical() {
        jcs.raw('{');
    }

    public Canonical member(String name, Json value) {
        name(name);
        jcs.value(value.tree());
        return this;
    }

    /** IllegalArgumentException for half a surrogate pair. */
    public Canonical member(String name, String text) {
        name(name);
        jcs.text(JsonBuilding.text(text).stringValue());
        return this;
    }

    /** IllegalArgumentException when RFC 8785 cannot carry it. */
    public Canonical member(String name, long number) {
        if (number >= WHOLE_MAX || number <= -WHOLE_MAX) {
            return member(name, Json.of(number));
        }
        name(name);
        jcs.ascii(Long.toString(number));
        return this;
    }

    /** What is written until {@link #end} are the members of this one. */
    public Canonical begin(String name) {
        name(name);
        jcs.raw('{');
        outer.push(before);
        before = "";
        return this;
    }

    public Canonical end() {
        jcs.raw('}');
        before = outer.pop();
        return this;
    }

    /** The whole object. */
    public byte[] bytes() {
        if (!outer.isEmpty()) {
            throw new IllegalStateException("an object within it has no end");
        }
        jcs.raw('}');
        return jcs.toBytes();
    }

    private void name(String name) {
        if (!before.isEmpty()) {
            jcs.raw(',');
        }
        if (before.compareTo(name) >= 0) {
            throw new IllegalStateException("the member " + name + " behind " + before);
        }
        before = name;
        jcs.text(name);
        jcs.raw(':');
    }
}
