package io.trove.filter;

import java.sql.SQLException;

/**
 * Positions in reading order, as keys that always grow: the position itself going up, its negative going down. Each is
 * found by asking for the next from a key on.
 */
interface Positions {

    /** There is no further one. */
    long END = Long.MAX_VALUE;

    /** The budget was spent before the next one was found. */
    long SPENT = Long.MAX_VALUE - 1;

    /** The first key that is not before this one, {@link #END} or {@link #SPENT}; asked with keys that never shrink. */
    long next(long key) throws SQLException;

    /** Once {@link #SPENT} was the answer: there is none from the key that was asked for up to this one. */
    long decided();

    /** The last key that is known without asking the database again: the farther, the rarer. */
    long reach();

    /** What may still be looked at. */
    final class Budget {

        private final int whole;
        private long spent;

        Budget(int whole) {
            this.whole = whole;
        }

        boolean isSpent() {
            return spent >= whole;
        }

        long left() {
            return whole - spent;
        }

        void spend(long count) {
            spent += count;
        }

        long spent() {
            return spent;
        }
    }
}
