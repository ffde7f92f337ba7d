package io.trove.jsonschema;

import java.util.Optional;

/** RFC 3492, read: what a label of IDNA says in ASCII. The library of Java reads it by the rules of 2003, which know fewer labels. */
final class Punycode {

    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int BIAS_FIRST = 72;
    private static final int POINT_FIRST = 0x80;

    private final String source;
    private final StringBuilder text;
    private int at;

    private Punycode(String source) {
        this.source = source;
        int end = Math.max(0, source.lastIndexOf('-'));
        this.text = new StringBuilder(source.substring(0, end));
        this.at = end == 0 ? 0 : end + 1;
    }

    /** The text of a label without its prefix; none when it is no Punycode. A label is short: its cost is quadratic. */
    static Optional<String> decode(String source) {
        return new Punycode(source).decoded();
    }

    private Optional<String> decoded() {
        int point = POINT_FIRST;
        int bias = BIAS_FIRST;
        int place = 0;
        int length = text.length();
        while (at < source.length()) {
            long delta = delta(bias);
            length++;
            long further = delta < 0 ? Integer.MAX_VALUE : point + (place + delta) / length;
            if (further > Character.MAX_CODE_POINT) {
                return Optional.empty();
            }
            bias = adapted(delta, length, place == 0 && point == POINT_FIRST);
            place = (int) ((place + delta) % length);
            point = (int) further;
            text.insert(text.offsetByCodePoints(0, place), Character.toChars(point));
            place++;
        }
        return Optional.of(text.toString());
    }

    /** The next number; negative when there is none. */
    private long delta(int bias) {
        long delta = 0;
        long weight = 1;
        for (int k = BASE; at < source.length() && weight <= Integer.MAX_VALUE; k += BASE) {
            int digit = digit(source.charAt(at++));
            int threshold = Math.max(T_MIN, Math.min(k - bias, T_MAX));
            delta += digit * weight;
            if (digit < threshold) {
                return digit < 0 || delta > Integer.MAX_VALUE ? -1 : delta;
            }
            weight *= BASE - threshold;
        }
        return -1;
    }

    private static int digit(char c) {
        char lower = c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
        return lower >= 'a' && lower <= 'z' ? lower - 'a' : c >= '0' && c <= '9' ? c - '0' + 26 : -1;
    }

    private static int adapted(long delta, int length, boolean first) {
        long rest = first ? delta / DAMP : delta / 2;
        rest += rest / length;
        int k = 0;
        for (; rest > (BASE - T_MIN) * T_MAX / 2; k += BASE) {
            rest /= BASE - T_MIN;
        }
        return (int) (k + (BASE - T_MIN + 1) * rest / (rest + SKEW));
    }
}
