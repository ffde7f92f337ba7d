package io.trove.merkle;

/**
 * The leaves from {@code start} up to, but without, {@code end}, that some tree or subtree hashes on their own: a leaf, an
 * older tree, a perfect subtree, or a right edge that a perfect one was cut to.
 */
public record Subtree(long start, long end) {

    public Subtree {
        if (start < 0 || end <= start) {
            throw new ProofInvalid("A subtree from %d up to %d has no leaf".formatted(start, end));
        }
        if (start != 0 && (start & (width(end - start) - 1)) != 0) {
            throw new ProofInvalid(
                    "No tree has a subtree of %d leaves that begins at %d".formatted(end - start, start));
        }
    }

    /** A leaf by itself. */
    public static Subtree leaf(long index) {
        return new Subtree(index, index + 1);
    }

    long size() {
        return end - start;
    }

    boolean isPerfect() {
        return Long.bitCount(size()) == 1;
    }

    /** Where RFC 6962 splits this: after the largest power of two that is smaller than its size. */
    long middle() {
        return start + Long.highestOneBit(size() - 1);
    }

    Subtree left() {
        return new Subtree(start, middle());
    }

    Subtree right() {
        return new Subtree(middle(), end);
    }

    /** The smallest power of two that is not smaller. */
    private static long width(long size) {
        return size == 1 ? 1 : Long.highestOneBit(size - 1) << 1;
    }
}
