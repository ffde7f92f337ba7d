package io.trove.event;

import java.nio.charset.StandardCharsets;

/** One look over the bytes of a JSON text before they are parsed, for what the parser takes too easily. */
final class Utf8 {
    private final byte[] bytes;
    private int at;
    private boolean surrogateEscapes;

    private Utf8(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Malformed unless these bytes are UTF-8 without byte order mark and without NUL; true when surrogates are escaped. */
    static boolean check(byte[] bytes) {
        Utf8 scan = new Utf8(bytes);
        scan.run();
        return scan.surrogateEscapes;
    }

    private void run() {
        while (at < bytes.length) {
            byte b = bytes[at];
            if (b > 0 && b != '\\') {
                at++;
            } else if (b == '\\') {
                surrogateEscapes |= isSurrogateEscape();
                at += bytes.length - at > 1 && bytes[at + 1] > 0 ? 2 : 1;
            } else if (b == 0) {
                throw malformed(bytes, at, "a NUL byte; JSON is sent as UTF-8 and holds none");
            } else {
                at += sequence(b & 0xFF);
            }
        }
    }

    private boolean isSurrogateEscape() {
        return bytes.length - at > 3
                && bytes[at + 1] == 'u'
                && (bytes[at + 2] | 0x20) == 'd'
                && (bytes[at + 3] >= '8' && bytes[at + 3] != ':');
    }

    private int sequence(int first) {
        if (first == 0xEF && at == 0 && byteAt(1) == 0xBB && byteAt(2) == 0xBF) {
            throw malformed(bytes, at, "a byte order mark; send UTF-8 without one");
        }
        if (first >= 0xC2 && first <= 0xDF && continues(1)) {
            return 2;
        }
        if (first >= 0xE0 && first <= 0xEF && continues(1) && continues(2)) {
            boolean overlong = first == 0xE0 && byteAt(1) < 0xA0;
            boolean surrogate = first == 0xED && byteAt(1) >= 0xA0;
            if (!overlong && !surrogate) {
                return 3;
            }
        }
        if (first >= 0xF0 && first <= 0xF4 && continues(1) && continues(2) && continues(3)) {
            boolean overlong = first == 0xF0 && byteAt(1) < 0x90;
            boolean beyond = first == 0xF4 && byteAt(1) >= 0x90;
            if (!overlong && !beyond) {
                return 4;
            }
        }
        throw malformed(bytes, at, String.format("the byte 0x%02X does not begin a UTF-8 character here", first));
    }

    private boolean continues(int offset) {
        return (byteAt(offset) & 0xC0) == 0x80;
    }

    private int byteAt(int offset) {
        return at + offset < bytes.length ? bytes[at + offset] & 0xFF : 0;
    }

    /** The refusal of what stands at an offset, with its line and column. */
    static Malformed malformed(byte[] bytes, int offset, String reason) {
        int end = Math.min(Math.max(offset, 0), bytes.length);
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < end; i++) {
            boolean pair = bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n';
            if (bytes[i] == '\n' || (bytes[i] == '\r' && !pair)) {
                line++;
                lineStart = i + 1;
            }
        }
        int column = new String(bytes, lineStart, end - lineStart, StandardCharsets.UTF_8).length() + 1;
        return new Malformed(line, column, reason);
    }
}
