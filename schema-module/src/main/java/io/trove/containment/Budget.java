package io.trove.containment;

/** How much may be tried before the answer is what is known so far. */
final class Budget {
    /** Thrown when all that may be tried was tried. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Spent() {
            super("the search took longer than it may", null, false, false);
        }
    }

    private static final int STEPS_BETWEEN_LOOKS = 64;

    private final long endNanos;
    private long steps;

    /** {@code endNanos} as {@link System#nanoTime()} counts. */
    Budget(long endNanos) {
        this.endNanos = endNanos;
    }

    void step() {
        if (++steps % STEPS_BETWEEN_LOOKS == 0 && isSpent()) {
            throw new Spent();
        }
    }

    boolean isSpent() {
        return System.nanoTime() - endNanos >= 0;
    }

    /** The first part of what is left. */
    Budget part(long nanosMax) {
        long now = System.nanoTime();
        return new Budget(endNanos - now < nanosMax ? endNanos : now + nanosMax);
    }
}
