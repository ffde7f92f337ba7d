package io.trove.event;

import java.io.IOException;
import java.io.InputStream;

/** Reads a stream to its end, and no further than a bound. */
public final class BoundedBytes {
    private BoundedBytes() {}

    /** All bytes; {@link Malformed#tooLarge()} as soon as more than {@code bytesMax} came. */
    public static byte[] read(InputStream in, long bytesMax) throws IOException {
        byte[] bytes = in.readNBytes(Math.toIntExact(bytesMax));
        if (bytes.length == bytesMax && in.read() >= 0) {
            throw Malformed.tooLarge(bytesMax);
        }
        return bytes;
    }
}
