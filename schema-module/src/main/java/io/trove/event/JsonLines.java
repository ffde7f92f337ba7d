package io.trove.event;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The values of NDJSON, a line each, read one at a time; empty lines are skipped. */
public final class JsonLines {
    private static final int CHUNK_BYTES = 8_192;

    private final InputStream utf8;
    private final long bytesMax;
    private final int lineBytesMax;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private int at;
    private int end;
    private long bytes;
    private int number;

    /** A value, and the number of its line, from 1. */
    public record Line(int number, Json value) {}

    /** Lines of at most so many bytes together. */
    public JsonLines(InputStream utf8, long bytesMax) {
        this(utf8, bytesMax, Integer.MAX_VALUE);
    }

    private JsonLines(InputStream utf8, long bytesMax, int lineBytesMax) {
        this.utf8 = utf8;
        this.bytesMax = bytesMax;
        this.lineBytesMax = lineBytesMax;
    }

    /** As many lines as there are, each of at most so many bytes; no more than one is held at a time. */
    public static JsonLines endless(InputStream utf8, int lineBytesMax) {
        return new JsonLines(utf8, Long.MAX_VALUE, lineBytesMax);
    }

    /** The number of the line that was read last, also when it was refused; 0 before the first. */
    public int number() {
        return number;
    }

    /** The next value; {@link Malformed} with its line, after which reading can go on, unless all is too large. */
    public Optional<Line> next() throws IOException {
        while (fill()) {
            number++;
            byte[] line = line();
            if (!isBlank(line)) {
                return Optional.of(new Line(number, parsed(line)));
            }
        }
        return Optional.empty();
    }

    private Json parsed(byte[] line) {
        try {
            return Json.parse(line);
        } catch (Malformed malformed) {
            throw malformed.onLine(number);
        }
    }

    private byte[] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long length = 0;
        boolean ended = false;
        while (!ended && fill()) {
            int from = at;
            while (at < end && chunk[at] != '\n') {
                at++;
            }
            length += at - from;
            if (length <= lineBytesMax) {
                line.write(chunk, from, at - from);
            }
            ended = at < end;
            at += ended ? 1 : 0;
        }
        if (length > lineBytesMax) {
            throw Malformed.longLine(number, lineBytesMax);
        }
        return line.toByteArray();
    }

    /** True as long as there is something left to read. */
    private boolean fill() throws IOException {
        if (at < end) {
            return true;
        }
        at = 0;
        end = Math.max(0, utf8.read(chunk));
        bytes += end;
        if (bytes > bytesMax) {
            throw Malformed.tooLarge(bytesMax);
        }
        return end > 0;
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
