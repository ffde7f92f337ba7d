package io.trove.ledger;

/** How much an append may be, and how many may wait. */
public record Bounds(
        int eventsMax,
        int rowsMax,
        long eventBytesMax,
        long requestBytesMax,
        int waitingMax,
        int batchRowsMax,
        long batchBytesMax,
        int recallMax) {

    private static final long MIB = 1L << 20;

    /** The bounds of the documentation. */
    public static Bounds defaults() {
        return new Bounds(1_000, 10_000, MIB, 16 * MIB, 4_096, 4_000, 16 * MIB, 10_000);
    }
}
