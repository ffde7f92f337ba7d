package io.trove.jsonschema;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Supplier;

/**
 * The processor time that one validation may take: half a second of its request's allowance, or what is left of that. The
 * clock on the wall is cheap and says when to look; the thread's own time decides, so that a busy machine or a pause
 * refuses nobody.
 */
final class Budget {

    private static final long ONE_NANOS_MAX = 500_000_000;
    private static final long SLICE_NANOS = 50_000_000;
    private static final int TICKS_A_LOOK = 16;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ThreadLocal<Budget> CURRENT = new ThreadLocal<>();

    private final long startNanos = THREADS.getCurrentThreadCpuTime();
    private final long wholeNanos;
    private long lookAt;
    private int ticks;

    private Budget(Allowance allowance) {
        this.wholeNanos = Math.min(ONE_NANOS_MAX, allowance.leftNanos());
        this.lookAt = System.nanoTime() + slice(wholeNanos);
    }

    /** Work that is bounded by what is left of the thread's budget; an outer one counts what an inner one does. */
    static <T> T spend(Supplier<T> work) {
        return spend(new Allowance(), work);
    }

    /** The same, with an allowance that other work draws on too. */
    static <T> T spend(Allowance allowance, Supplier<T> work) {
        if (CURRENT.get() != null) {
            return work.get();
        }
        var budget = new Budget(allowance);
        CURRENT.set(budget);
        try {
            return work.get();
        } finally {
            CURRENT.remove();
            allowance.take(budget.spentNanos());
        }
    }

    /** The budget of the work that this thread is doing. */
    static Budget current() {
        Budget current = CURRENT.get();
        return current == null ? new Budget(new Allowance()) : current;
    }

    /** Counts a step; {@link TooCostly} when the time is over. */
    void tick() {
        if (++ticks % TICKS_A_LOOK == 0) {
            look();
        }
    }

    /** Looks at the clock; {@link TooCostly} when the time is over. */
    void look() {
        long now = System.nanoTime();
        if (now - lookAt < 0) {
            return;
        }
        long leftNanos = wholeNanos - spentNanos();
        if (leftNanos < 0) {
            throw new TooCostly(
                    "checking it takes too long; make the schema's choices fewer or the value smaller, or send fewer such values at once");
        }
        lookAt = now + slice(leftNanos);
    }

    private long spentNanos() {
        return THREADS.getCurrentThreadCpuTime() - startNanos;
    }

    private static long slice(long leftNanos) {
        return Math.max(0, Math.min(SLICE_NANOS, leftNanos));
    }
}
