package io.trove.event;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes the default event ids: 22 characters whose plain order is the order in which one instance made them, whatever
 * its clock does. Two instances never make the same id while their workers differ; the caller leases those.
 */
public final class Flakes {
    static final long EPOCH_MILLIS = 1_577_862_000_000L;

    private static final int LENGTH = 22;
    private static final int SEQUENCE_BITS = 16;
    private static final long WORKER_MAX = (1L << 48) - 1;
    private static final byte[] DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".getBytes(StandardCharsets.US_ASCII);

    private final Clock clock;
    private final long worker;
    private final AtomicLong last = new AtomicLong(-1);

    public Flakes(Clock clock, long worker48bits) {
        if (worker48bits < 0 || worker48bits > WORKER_MAX) {
            throw new IllegalArgumentException("a worker is 48 bits; got " + worker48bits);
        }
        this.clock = clock;
        this.worker = worker48bits;
    }

    /** The next id; safe to call from any thread. */
    public String next() {
        long now = Math.max(0, clock.millis() - EPOCH_MILLIS) << SEQUENCE_BITS;
        long tick = last.updateAndGet(before -> Math.max(now, before + 1));
        long sequence = tick & ((1L << SEQUENCE_BITS) - 1);
        return text(tick >>> SEQUENCE_BITS, worker << SEQUENCE_BITS | sequence);
    }

    static String text(long high, long low) {
        int[] limbs = {(int) (high >>> 32), (int) high, (int) (low >>> 32), (int) low};
        byte[] text = new byte[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = DIGITS[remainderOf62(limbs)];
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static int remainderOf62(int[] limbs) {
        long remainder = 0;
        for (int i = 0; i < limbs.length; i++) {
            long part = remainder << 32 | Integer.toUnsignedLong(limbs[i]);
            limbs[i] = (int) (part / DIGITS.length);
            remainder = part % DIGITS.length;
        }
        return (int) remainder;
    }
}
