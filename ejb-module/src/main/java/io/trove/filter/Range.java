package io.trove.filter;

/** A stretch of positions in reading order, both ends included; empty when the first key is behind the last. */
record Range(boolean descending, long first, long last) {

    /** From one position up to another, or from the higher down. */
    static Range of(boolean descending, long lowest, long highest) {
        return descending ? new Range(true, -highest, -lowest) : new Range(false, lowest, highest);
    }

    boolean isEmpty() {
        return first > last;
    }

    long position(long key) {
        return descending ? -key : key;
    }

    long lowest() {
        return descending ? -last : first;
    }

    long highest() {
        return descending ? -first : last;
    }

    /** What lies in this and not outside of these bounds. */
    Range within(long atLeast, long below) {
        return of(descending, Math.max(lowest(), atLeast), Math.min(highest(), below - 1));
    }
}
