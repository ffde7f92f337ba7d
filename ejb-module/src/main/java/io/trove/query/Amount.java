package io.trove.query;

/**
 * How much is wanted at once: at most so many events, and once they have so many bytes, no more.
 *
 * @param isHeld whether they are kept until an answer is written that has all of them
 */
public record Amount(int events, long bytes, boolean isHeld) {

    /** A page has no more bytes than this, but for its last event. */
    public static final long PAGE_BYTES_MAX = 4L << 20;

    private static final long PORTION_BYTES_MAX = 512L << 10;

    /** For a page that is handed out. */
    static Amount page(int events) {
        return new Amount(events, PAGE_BYTES_MAX, true);
    }

    /** For one portion after the other of something long. */
    public static Amount portion(int events) {
        return portion(events, PORTION_BYTES_MAX);
    }

    /** For one portion of so many bytes after the other. */
    public static Amount portion(int events, long bytes) {
        return new Amount(events, bytes, false);
    }
}
