package io.trove.jsonschema;

/**
 * About how much memory a compiled schema takes, with all that it refers to: measured, twenty bytes for each byte of text, and a
 * hundred for each place of a pattern.
 */
final class Footprint {

    static final long BYTES_MAX = 32L << 20;

    private static final int TEXT_TIMES = 20;
    private static final int PLACE_BYTES = 100;

    private long bytes;

    long bytes() {
        return bytes;
    }

    void text(int length) {
        add((long) TEXT_TIMES * length);
    }

    void pattern(int places) {
        add((long) PLACE_BYTES * places);
    }

    private void add(long more) {
        bytes += more;
        if (bytes > BYTES_MAX) {
            throw new IllegalArgumentException(
                    "it would take more than %d MiB of memory; make its patterns smaller, or refer to less"
                            .formatted(BYTES_MAX >> 20));
        }
    }
}
