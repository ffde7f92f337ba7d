package io.trove.api;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * What is in a body that came compressed: by gzip (RFC 1952, in one member or several), or by deflate (RFC 1950, or RFC 1951 alone, as
 * some send it). It ends where the compression says that it ends: one that was cut off, or has another checksum, is an IOException there.
 * {@link java.util.zip.GZIPInputStream} passes over a further member that was cut off early, which is why it is not used.
 */
final class Unpacking extends InputStream {
    static final int TIMES_MAX = 200;

    /** So much may be in the smallest body: a few events that are alike are far smaller than a 200th. */
    static final int ANYWAY_BYTES = 1 << 20;

    /** So many compressed bytes for one that is in them: what does not compress takes hardly more than one. */
    private static final int FOR_ONE_MAX = 2;

    private static final int BUFFER_BYTES = 1 << 13;
    private static final int BYTE = 0xff;
    private static final int METHOD_DEFLATE = 8;
    private static final int METHOD = 0x0f;
    private static final int FLAG_HEADER_SUM = 1 << 1;
    private static final int FLAG_EXTRA = 1 << 2;
    private static final int FLAG_NAME = 1 << 3;
    private static final int FLAG_COMMENT = 1 << 4;
    private static final int FLAGS_UNKNOWN = 0xe0;
    private static final int TIME_AND_SYSTEM_BYTES = 6;
    private static final long UNSIGNED_INT = 0xffff_ffffL;

    private final InputStream in;
    private final boolean isGzip;
    private final CRC32 sum = new CRC32();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int from;
    private int to;
    private long taken;
    private long given;
    private Inflater inflater;
    private boolean ended;

    private Unpacking(InputStream in, boolean isGzip) {
        this.in = in;
        this.isGzip = isGzip;
    }

    static Unpacking gzip(InputStream in) {
        return new Unpacking(in, true);
    }

    static Unpacking deflate(InputStream in) {
        return new Unpacking(in, false);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & BYTE;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (inflater == null && !ended) {
            begin();
        }
        var count = 0;
        while (count == 0 && !ended) {
            count = inflated(target, offset, length);
        }
        return count == 0 ? -1 : count;
    }

    boolean isEnded() {
        return ended;
    }

    /** Lets go of the memory outside of the heap, and leaves the body that came to the server. */
    @Override
    public void close() {
        ended = true;
        if (inflater != null) {
            inflater.end();
        }
    }

    /** Some more bytes, or none on the way to them or to the end. */
    private int inflated(byte[] target, int offset, int length) throws IOException {
        try {
            var count = inflater.inflate(target, offset, length);
            if (count > 0) {
                given(target, offset, count);
            } else if (inflater.finished()) {
                end();
            } else if (inflater.needsDictionary()) {
                throw new ZipException("A dictionary is wanted that nobody has");
            } else if (inflater.needsInput()) {
                require(fill());
                inflater.setInput(buffer, from, to - from);
            }
            return count;
        } catch (DataFormatException broken) {
            throw new IOException("What is compressed is broken", broken);
        }
    }

    private void given(byte[] target, int offset, int count) throws IOException {
        given += count;
        if (given > ANYWAY_BYTES && given > TIMES_MAX * taken) {
            throw new ZipException("More than %d times of %d bytes".formatted(TIMES_MAX, taken));
        }
        if (isGzip) {
            sum.update(target, offset, count);
        }
    }

    private void begin() throws IOException {
        if (isGzip) {
            passHeader();
            inflater = new Inflater(true);
        } else {
            var first = next();
            from--;
            inflater = new Inflater((first & METHOD) != METHOD_DEFLATE);
        }
        inflater.setInput(buffer, from, to - from);
    }

    /** What is behind the compressed bytes: the checksum of a member of gzip, which another may follow, and nothing else. */
    private void end() throws IOException {
        from = to - inflater.getRemaining();
        if (isGzip && (fourBytes() != sum.getValue() || fourBytes() != (inflater.getBytesWritten() & UNSIGNED_INT))) {
            throw new ZipException("The checksum or the size is another");
        }
        if (from == to && !fill()) {
            ended = true;
            return;
        }
        if (!isGzip) {
            throw new ZipException("Something follows what is compressed");
        }
        passHeader();
        sum.reset();
        inflater.reset();
        inflater.setInput(buffer, from, to - from);
    }

    private void passHeader() throws IOException {
        if (next() != 0x1f || next() != 0x8b || next() != METHOD_DEFLATE) {
            throw new ZipException("Not gzip");
        }
        var flags = next();
        if ((flags & FLAGS_UNKNOWN) != 0) {
            throw new ZipException("Unknown flags of gzip");
        }
        pass(TIME_AND_SYSTEM_BYTES);
        if ((flags & FLAG_EXTRA) != 0) {
            pass(twoBytes());
        }
        if ((flags & FLAG_NAME) != 0) {
            passText();
        }
        if ((flags & FLAG_COMMENT) != 0) {
            passText();
        }
        if ((flags & FLAG_HEADER_SUM) != 0) {
            pass(Short.BYTES);
        }
    }

    private void pass(int count) throws IOException {
        for (var i = 0; i < count; i++) {
            next();
        }
    }

    private void passText() throws IOException {
        var last = next();
        while (last != 0) {
            last = next();
        }
    }

    private long fourBytes() throws IOException {
        return twoBytes() | (long) twoBytes() << Short.SIZE;
    }

    private int twoBytes() throws IOException {
        return next() | next() << Byte.SIZE;
    }

    private int next() throws IOException {
        require(from < to || fill());
        return buffer[from++] & BYTE;
    }

    private static void require(boolean isThere) throws IOException {
        if (!isThere) {
            throw new EOFException("The body ended before what is compressed did");
        }
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(buffer, 0, buffer.length));
        taken += to;
        if (taken > ANYWAY_BYTES && taken > FOR_ONE_MAX * given) {
            throw new ZipException("%d bytes for %d".formatted(taken, given));
        }
        return to > 0;
    }
}
