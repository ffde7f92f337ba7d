package io.trove.jsonschema;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * The processor time that one validation may take. The clock on the wall is cheap and says when to look; the thread's
 * own time decides, so that a busy machine or a pause refuses nobody.
 */
final class Budget {

    private static final long SLICE_NANOS = 200_000_000;
    private static final int TICKS_A_LOOK = 16;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ThreadLocal<Budget> CURRENT = new ThreadLocal<>();

    private long lookAt = System.nanoTime() + SLICE_NANOS;
    private long cpuNanos = -1;
    private int ticks;

    /** Work that is bounded by what is left of the thread's budget; an outer one counts what an inner one does. */
    static <T> T spend(java.util.function.Supplier<T> work) {
        if (CURRENT.get() != null) {
            return work.get();
        }
        CURRENT.set(new Budget());
        try {
            return work.get();
        } finally {
            CURRENT.remove();
        }
    }

    /** The budget of the work that this thread is doing. */
    static Budget current() {
        Budget current = CURRENT.get();
        return current == null ? new Budget() : current;
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
        long spent = THREADS.getCurrentThreadCpuTime();
        if (cpuNanos >= 0 && spent - cpuNanos >= SLICE_NANOS) {
            throw new TooCostly("checking it takes too long; make the schema's choices fewer or the value smaller");
        }
        if (cpuNanos < 0) {
            cpuNanos = spent;
        }
        lookAt = now + SLICE_NANOS;
    }
}
