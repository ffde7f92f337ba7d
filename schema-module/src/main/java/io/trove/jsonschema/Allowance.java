package io.trove.jsonschema;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * The processor time that the values of one request may take together. Each brings some by its size, several times what
 * an honest one takes in a process that has just begun, so that a full request is not refused and a thousand costly
 * values in a small one are.
 */
public final class Allowance {

    private static final long START_NANOS = Duration.ofMillis(400).toNanos();
    private static final long PLACE_NANOS = 2_000;
    private static final long CHARACTER_NANOS = 100;
    private static final long VALUE_NANOS_MAX = Duration.ofMillis(150).toNanos();
    private static final long GRANTED_NANOS_MAX = Duration.ofSeconds(3).toNanos();

    private long leftNanos = START_NANOS;
    private long grantableNanos = GRANTED_NANOS_MAX;

    /** What is left of it; less than nothing when more was taken. */
    long leftNanos() {
        return leftNanos;
    }

    /** Adds what a value of this size may take. */
    void grant(JsonNode value) {
        long granted = Math.min(grantableNanos, Math.min(VALUE_NANOS_MAX, nanos(value)));
        grantableNanos -= granted;
        leftNanos += granted;
    }

    void take(long nanos) {
        leftNanos -= nanos;
    }

    private static long nanos(JsonNode node) {
        long nanos = PLACE_NANOS + (node.isString() ? node.stringValue().length() * CHARACTER_NANOS : 0);
        for (JsonNode child : node) {
            nanos += nanos(child);
        }
        return nanos;
    }
}
