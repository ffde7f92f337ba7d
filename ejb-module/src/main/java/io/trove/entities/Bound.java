package io.trove.entities;

/** How far is folded: events below a position, up to the entity's own that makes a version, and those created up to a time. */
record Bound(long ceiling, long version, long createdMicros) {

    /** Everything below this position. */
    static Bound below(long ceiling) {
        return new Bound(ceiling, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    Bound ofVersion(long most) {
        return new Bound(ceiling, most, createdMicros);
    }

    Bound createdUntil(long micros) {
        return new Bound(ceiling, version, micros);
    }
}
