package io.trove.event;

import java.util.Arrays;

/** Whether some bytes are what is expected there, piece behind piece: compared where they are, nothing is written for it. */
final class Match {

    private final byte[] bytes;
    private final int end;
    private int at;
    private boolean holds = true;

    Match(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** These ASCII characters, as they are. */
    Match ascii(String text) {
        int length = text.length();
        holds = holds && length <= end - at;
        for (int i = 0; holds && i < length; i++) {
            holds = bytes[at + i] == (byte) text.charAt(i);
        }
        at += length;
        return this;
    }

    /** A text, as canonical JSON writes it. */
    Match text(String text) {
        int length = text.length();
        if (!holds || length + 2 > end - at || bytes[at] != '"') {
            holds = false;
            return this;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c >= 0x80 || c == '"' || c == '\\') {
                return written(text);
            }
            if (bytes[at + 1 + i] != (byte) c) {
                holds = false;
                return this;
            }
        }
        holds = bytes[at + 1 + length] == '"';
        at += length + 2;
        return this;
    }

    /** One that is not written as it is. */
    private Match written(String text) {
        Jcs jcs = new Jcs(text.length() * 3 + 2);
        jcs.text(text);
        int to = at + jcs.length();
        holds = to <= end && Arrays.equals(bytes, at, to, jcs.buffer(), 0, jcs.length());
        at = to;
        return this;
    }

    /** A whole number. */
    Match number(long number) {
        return ascii(Long.toString(number));
    }

    /** What ends the bytes: these characters, a text and these, whatever is before them. */
    Match last(String before, String text, String behind) {
        Jcs jcs = new Jcs(before.length() + text.length() * 3 + behind.length() + 2);
        jcs.ascii(before);
        jcs.text(text);
        jcs.ascii(behind);
        int from = end - jcs.length();
        holds = holds && from >= at && Arrays.equals(bytes, from, end, jcs.buffer(), 0, jcs.length());
        at = end;
        return this;
    }

    /** What was expected so far is there. */
    boolean holds() {
        return holds;
    }

    /** All of it was expected, and nothing behind it. */
    boolean isAll() {
        return holds && at == end;
    }
}
