package io.trove.server;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for a condition, with a bound. */
public final class Await {

    private static final Duration POLL = Duration.ofMillis(100);

    /** Long, because machines that tests run on have been seen to stand still for minutes. */
    private static final Duration MAX = Duration.ofMinutes(4);

    private Await() {}

    /** Returns as soon as the condition holds; fails when it never does. */
    public static void until(BooleanSupplier condition) {
        until(MAX, condition);
    }

    /** Returns as soon as the condition holds; fails when it does not within the bound. */
    public static void until(Duration max, BooleanSupplier condition) {
        Instant end = Instant.now().plus(max);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("it did not happen within " + max);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }
}
