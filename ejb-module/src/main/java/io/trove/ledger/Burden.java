package io.trove.ledger;

import java.time.Duration;

/**
 * How much memory a request takes, so that no number of large ones takes all of it: a body that is read whole, a page of large
 * events, a large state. Who serves a request begins and ends it; who makes something large in it says how large. Small ones are
 * not counted and never wait; large ones wait for each other, before the first that is large.
 *
 * <p>What is worked at for nobody's request, such as a job's stretch, is bounded by how few are worked at.
 */
public final class Burden implements AutoCloseable {

    /** What is smaller is not counted. */
    public static final int LARGE_BYTES = 64 << 10;

    /** Read, parsed, made canonical and written, a byte takes some five of memory, and most of that is for all else. */
    private static final long MEMORY_A_BYTE = 32;

    /** What is folded is there as bytes, parsed, and in the states before and after. */
    private static final int FOLDED = 4;

    /** Fewer than there are connections to the database, since some of them hold one. */
    private static final int WAITING_MAX = 32;

    private static final Duration WAIT_MAX = Duration.ofSeconds(20);
    private static final Scale SCALE =
            new Scale(Runtime.getRuntime().maxMemory() / MEMORY_A_BYTE, WAITING_MAX, WAIT_MAX.toNanos());
    private static final ThreadLocal<Burden> CURRENT = new ThreadLocal<>();

    private long bytes;

    private Burden() {}

    /** Begins a request on this thread. */
    public static Burden begin() {
        var burden = new Burden();
        CURRENT.set(burden);
        return burden;
    }

    /** The request on this thread has so many bytes at once; {@link Overloaded} when there is no room for them in time. */
    public static void weigh(long bytes) {
        Burden burden = CURRENT.get();
        if (burden != null && bytes >= LARGE_BYTES && bytes > burden.bytes) {
            burden.grow(bytes);
        }
    }

    /** The same of what is folded, or is a state. */
    public static void weighFolded(long bytes) {
        weigh(FOLDED * bytes);
    }

    /** It has so many after all, and waits for their room with what it has read so far, as if it had just come. */
    public static void weighAnew(long bytes) {
        Burden burden = CURRENT.get();
        if (burden != null && bytes > burden.bytes) {
            burden.layDown();
            burden.grow(bytes);
        }
    }

    private void grow(long to) {
        if (bytes == 0) {
            SCALE.take(to);
        } else {
            SCALE.add(to - bytes);
        }
        bytes = to;
    }

    private void layDown() {
        if (bytes > 0) {
            SCALE.layDown(bytes);
            bytes = 0;
        }
    }

    @Override
    public void close() {
        CURRENT.remove();
        layDown();
    }
}
