package io.trove.crash;

import java.io.InputStream;
import java.util.Random;

/** So many bytes that look like nothing in particular, the same each time. */
final class Noise extends InputStream {

    private final Random random = new Random(1);
    private long left;

    Noise(long size) {
        this.left = size;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** Whatever the lengths that are asked for, each next byte is the next eight bits of the same sequence. */
    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (left == 0) {
            return -1;
        }
        int count = (int) Math.min(left, length);
        for (int i = 0; i < count; i++) {
            buffer[offset + i] = (byte) random.nextInt(256);
        }
        left -= count;
        return count;
    }
}
