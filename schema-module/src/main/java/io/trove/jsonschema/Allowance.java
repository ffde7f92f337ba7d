package io.trove.jsonschema;

import java.time.Duration;

/** The processor time that the values of one request may take together, beyond what each may take by itself. */
public final class Allowance {

    private static final long NANOS = Duration.ofMillis(300).toNanos();

    private long leftNanos = NANOS;

    /** {@link TooCostly} when that is more than is left. */
    void take(long nanos) {
        leftNanos -= nanos;
        if (leftNanos < 0) {
            throw new TooCostly(
                    "checking it takes too long; make the schema's choices fewer or the value smaller, or send fewer such values at once");
        }
    }
}
