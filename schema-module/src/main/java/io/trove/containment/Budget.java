package io.trove.containment;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * How much may be tried before the answer is what is known so far: the thread's own processor time, so that a busy machine
 * gives the same answers as an idle one.
 */
final class Budget {
    /** Thrown when all that may be tried was tried. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Spent() {
            super("the search took longer than it may", null, false, false);
        }
    }

    private static final int STEPS_BETWEEN_LOOKS = 64;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long endNanos;
    private long steps;

    private Budget(long endNanos) {
        this.endNanos = endNanos;
    }

    static Budget of(long nanos) {
        return new Budget(now() + nanos);
    }

    private static long now() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    void step() {
        if (++steps % STEPS_BETWEEN_LOOKS == 0 && isSpent()) {
            throw new Spent();
        }
    }

    boolean isSpent() {
        return now() - endNanos >= 0;
    }

    /** The first part of what is left. */
    Budget part(long nanosMax) {
        long now = now();
        return new Budget(endNanos - now < nanosMax ? endNanos : now + nanosMax);
    }
}
