package io.trove.api;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The parts of a multipart/form-data body (RFC 7578), one after the other, each a stream: nothing is held but a buffer. */
final class Multipart {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int HEADERS_BYTES_MAX = 1 << 14;
    private static final byte[] LINE = {'\r', '\n'};

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int from;
    private int to;
    private boolean ended;
    private InputStream current;

    /** A part: its headers, and its bytes, to be read before the next part is asked for. */
    record Part(PartHeaders headers, InputStream content) {}

    Multipart(InputStream in, String boundary) {
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
        // The first delimiter may stand at the very beginning, as if a line had ended there.
        System.arraycopy(LINE, 0, buffer, 0, LINE.length);
        this.to = LINE.length;
        this.current = new Content();
    }

    /** The next part; what was not read of the one before is passed over. */
    Optional<Part> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        current.transferTo(OutputStream.nullOutputStream());
        take(delimiter.length);
        if (startsWith("--")) {
            ended = true;
            in.transferTo(OutputStream.nullOutputStream());
            return Optional.empty();
        }
        var padding = line();
        if (!padding.isBlank()) {
            throw new NotMultipart("a line's end behind the boundary");
        }
        var headers = PartHeaders.of(headers());
        current = new Content();
        return Optional.of(new Part(headers, current));
    }

    private String headers() throws IOException {
        var text = new StringBuilder();
        for (var line = line(); !line.isEmpty(); line = line()) {
            text.append(line).append('\n');
            if (text.length() > HEADERS_BYTES_MAX) {
                throw new NotMultipart("at most " + HEADERS_BYTES_MAX + " bytes of headers in a part");
            }
        }
        return text.toString();
    }

    /** A line without its end. */
    private String line() throws IOException {
        var end = indexOf(LINE);
        while (end < 0) {
            if (to - from > HEADERS_BYTES_MAX) {
                throw new NotMultipart("at most " + HEADERS_BYTES_MAX + " bytes in a header");
            }
            fill();
            end = indexOf(LINE);
        }
        var line = new String(buffer, from, end - from, StandardCharsets.UTF_8);
        from = end + LINE.length;
        return line;
    }

    private boolean startsWith(String text) throws IOException {
        while (to - from < text.length()) {
            fill();
        }
        return new String(buffer, from, text.length(), StandardCharsets.ISO_8859_1).equals(text);
    }

    private void take(int count) throws IOException {
        while (to - from < count) {
            fill();
        }
        from += count;
    }

    /** Reads more behind what is there; an end is too early here, because a body ends with a delimiter. */
    private void fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        var count = in.read(buffer, to, buffer.length - to);
        if (count < 0) {
            throw new EOFException("The body ended before its last boundary");
        }
        to += count;
    }

    private int indexOf(byte[] wanted) {
        for (var i = from; i <= to - wanted.length; i++) {
            var matched = 0;
            while (matched < wanted.length && buffer[i + matched] == wanted[matched]) {
                matched++;
            }
            if (matched == wanted.length) {
                return i;
            }
        }
        return -1;
    }

    /** What stands before the next delimiter. */
    private final class Content extends InputStream {
        /** So many bytes from {@link Multipart#from} on are known to be content. */
        private int known;

        private boolean atEnd;

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            while (known == 0 && !atEnd) {
                look();
            }
            if (known == 0) {
                return -1;
            }
            var count = Math.min(length, known);
            System.arraycopy(buffer, from, target, offset, count);
            from += count;
            known -= count;
            return count;
        }

        /** Finds the delimiter, or how much cannot be the beginning of one. */
        private void look() throws IOException {
            var end = indexOf(delimiter);
            atEnd = end >= 0;
            known = atEnd ? end - from : Math.max(0, to - from - delimiter.length + 1);
            if (known == 0 && !atEnd) {
                fill();
            }
        }
    }
}
