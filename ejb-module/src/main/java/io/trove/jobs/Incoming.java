package io.trove.jobs;

import io.trove.event.JsonLines;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Lines that come in, compressed or not, from behind those that were taken before; and how many bytes came for them. */
final class Incoming implements Closeable {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final Counted counted;
    private final long before;
    private final JsonLines lines;

    /**
     * @param said how many lines come before these bytes
     * @param skipped how many lines at their beginning were taken before
     */
    Incoming(InputStream bytes, long said, long skipped, int lineBytesMax) throws IOException {
        this.counted = new Counted(bytes);
        InputStream plain = plain(new BufferedInputStream(counted, BUFFER_BYTES));
        skip(plain, skipped);
        this.before = said + skipped;
        this.lines = JsonLines.endless(plain, lineBytesMax);
    }

    private static InputStream plain(InputStream bytes) throws IOException {
        bytes.mark(2);
        boolean zipped = bytes.read() == GZIP_FIRST && bytes.read() == GZIP_SECOND;
        bytes.reset();
        return zipped ? new BufferedInputStream(new GZIPInputStream(bytes, BUFFER_BYTES), BUFFER_BYTES) : bytes;
    }

    /** Without looking at what they say. */
    private static void skip(InputStream plain, long lines) throws IOException {
        long left = lines;
        while (left > 0) {
            int next = plain.read();
            if (next < 0) {
                return;
            }
            left -= next == '\n' ? 1 : 0;
        }
    }

    /** The next line with its number among all, if there is one. */
    Optional<JsonLines.Line> next() throws IOException {
        return lines.next();
    }

    /** The number of the line that was read last. */
    long number() {
        return before + lines.number();
    }

    /** How many bytes were read for that. */
    long bytes() {
        return counted.count;
    }

    @Override
    public void close() throws IOException {
        counted.close();
    }

    /** Bytes that are counted as they are read. */
    private static final class Counted extends InputStream {

        private final InputStream in;
        private long count;

        Counted(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            count += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int got = in.read(into, from, length);
            count += Math.max(0, got);
            return got;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
