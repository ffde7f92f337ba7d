package io.trove.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds where texts and values of JSON without space between them end: eight bytes are looked at together. */
final class Scan {
    /** There is no end. */
    static final int NONE = -1;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOWEST_BITS = 0x0101010101010101L;
    private static final long HIGHEST_BITS = 0x8080808080808080L;
    private static final long QUOTES = '"' * LOWEST_BITS;
    private static final long BACKSLASHES = '\\' * LOWEST_BITS;
    private static final long SPACES = ' ' * LOWEST_BITS;

    private Scan() {}

    /** Where the value that begins there ends: before the comma or the bracket that follows it. */
    static int end(byte[] bytes, int start) {
        int depth = 0;
        for (int i = start; i < bytes.length; i++) {
            switch (bytes[i]) {
                case '"' -> i = closing(bytes, i);
                case '{', '[' -> depth++;
                case '}', ']' -> {
                    if (depth == 0) {
                        return i;
                    }
                    depth--;
                }
                case ',' -> {
                    if (depth == 0) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return NONE;
    }

    /** The quote that closes the text that the one there opens; the end of the bytes when there is none. */
    static int closing(byte[] bytes, int open) {
        int i = quoteOrBackslash(bytes, open + 1);
        while (i < bytes.length && bytes[i] != '"') {
            i = quoteOrBackslash(bytes, i + (bytes[i] == '\\' ? 2 : 1));
        }
        return Math.min(i, bytes.length);
    }

    /** The next quote or backslash, or where fewer than eight bytes are left. */
    private static int quoteOrBackslash(byte[] bytes, int from) {
        int i = from;
        for (; i <= bytes.length - Long.BYTES; i += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, i);
            long found = zeros(eight ^ QUOTES) | zeros(eight ^ BACKSLASHES);
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        return i;
    }

    /** The next byte that is not a plain character of a text: a quote, a backslash, a control or beyond ASCII. */
    static int notPlain(byte[] bytes, int from) {
        int i = from;
        for (; i <= bytes.length - Long.BYTES; i += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, i);
            long found = zeros(eight ^ QUOTES) | zeros(eight ^ BACKSLASHES) | controls(eight) | (eight & HIGHEST_BITS);
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (i < bytes.length && bytes[i] >= ' ' && bytes[i] != '"' && bytes[i] != '\\') {
            i++;
        }
        return i;
    }

    /** The highest bit of the lowest byte that is zero, and of none below it. */
    private static long zeros(long eight) {
        return (eight - LOWEST_BITS) & ~eight & HIGHEST_BITS;
    }

    /** The same of the lowest byte that is less than a space. */
    private static long controls(long eight) {
        return (eight - SPACES) & ~eight & HIGHEST_BITS;
    }
}
