package io.trove.jsonschema;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Supplier;

/**
 * The processor time that one validation may take: some by itself, and then what an allowance has left, so that many
 * costly values in a request do not hold a thread for many times what one may. The clock on the wall is cheap and says
 * when to look; the thread's own time decides, so that a busy machine or a pause refuses nobody.
 */
final class Budget {

    private static final long OWN_NANOS = 100_000_000;
    private static final long SLICE_NANOS = 50_000_000;
    private static final int TICKS_A_LOOK = 16;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ThreadLocal<Budget> CURRENT = new ThreadLocal<>();

    private final Allowance allowance;
    private long paidNanos = THREADS.getCurrentThreadCpuTime() + OWN_NANOS;
    private long lookAt = System.nanoTime() + OWN_NANOS;
    private int ticks;

    private Budget(Allowance allowance) {
        this.allowance = allowance;
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
        CURRENT.set(new Budget(allowance));
        try {
            return work.get();
        } finally {
            CURRENT.remove();
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
        lookAt = now + SLICE_NANOS;
        long spent = THREADS.getCurrentThreadCpuTime();
        if (spent > paidNanos) {
            allowance.take(spent - paidNanos);
            paidNanos = spent;
        }
    }
}
