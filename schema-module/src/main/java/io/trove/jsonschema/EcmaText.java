package io.trove.jsonschema;

import java.util.Map;

/** The text of an ECMA-262 pattern on its way to RE2: its characters and escapes, read one by one and written out. */
class EcmaText {

    private static final String SYNTAX = "^$\\.*+?()[]{}|/";
    private static final Map<Character, Integer> CONTROLS =
            Map.of('t', 0x09, 'n', 0x0A, 'v', 0x0B, 'f', 0x0C, 'r', 0x0D);

    final String source;
    final StringBuilder re2 = new StringBuilder();
    int at;

    EcmaText(String source) {
        this.source = source;
    }

    /** The escape of many characters that is next, as RE2 writes it; null when it is one of a single character. */
    String classEscape(boolean inClass) {
        char c = peekEscape();
        switch (c) {
            case 'd', 'D', 'w', 'W' -> {
                return "\\" + take();
            }
            case 's', 'S' -> {
                String ranges = take() == 's' ? UnicodeNames.SPACE : UnicodeNames.NOT_SPACE;
                return inClass ? ranges : "[" + ranges + "]";
            }
            case 'p', 'P' -> {
                int end = source.indexOf('}', at);
                if (at + 1 >= source.length() || source.charAt(at + 1) != '{' || end < 0) {
                    throw refused("\\" + c + " without {…}");
                }
                String property = UnicodeNames.re2(source.substring(at + 2, end));
                at = end + 1;
                return "\\" + c + "{" + property + "}";
            }
            default -> {
                return null;
            }
        }
    }

    /** The character that the escape at hand stands for. */
    int characterEscape() {
        char c = take();
        if (CONTROLS.containsKey(c)) {
            return CONTROLS.get(c);
        }
        if (c == '0' && (at == source.length() || !Character.isDigit(peek()))) {
            return 0;
        }
        if (c == 'c' && at < source.length() && isAsciiLetter(peek())) {
            return take() % 32;
        }
        if (c == 'x') {
            return hex(2);
        }
        if (c == 'u') {
            return unicodeEscape();
        }
        if (SYNTAX.indexOf(c) >= 0 || !Character.isUnicodeIdentifierPart(c) || c == '_') {
            return point(c);
        }
        throw refused("\\" + c + ", which is no escape of ECMA-262");
    }

    private int unicodeEscape() {
        if (next('{')) {
            int end = source.indexOf('}', at);
            if (end <= at || end - at > 6) {
                throw refused("\\u{ without up to six hexadecimal digits and }");
            }
            int point = hex(end - at);
            at++;
            if (point > Character.MAX_CODE_POINT) {
                throw refused("\\u{…} beyond the last character");
            }
            return point;
        }
        int high = hex(4);
        if (Character.isHighSurrogate((char) high) && source.startsWith("\\u", at)) {
            int back = at;
            at += 2;
            int low = hex(4);
            if (Character.isLowSurrogate((char) low)) {
                return Character.toCodePoint((char) high, (char) low);
            }
            at = back;
        }
        return high;
    }

    private int hex(int digits) {
        int number = 0;
        for (int i = 0; i < digits; i++) {
            int digit = at < source.length() ? Character.digit(take(), 16) : -1;
            if (digit < 0) {
                throw refused("an escape with fewer than " + digits + " hexadecimal digits");
            }
            number = number * 16 + digit;
        }
        return number;
    }

    /** The whole character that begins with this one, which was just taken. */
    int point(char c) {
        if (Character.isHighSurrogate(c) && at < source.length() && Character.isLowSurrogate(peek())) {
            return Character.toCodePoint(c, take());
        }
        return c;
    }

    void literal(int point) {
        re2.append("\\x{").append(Integer.toHexString(point)).append('}');
    }

    StringBuilder written() {
        return re2;
    }

    boolean atEnd() {
        return at == source.length();
    }

    char peek() {
        return source.charAt(at);
    }

    char peekEscape() {
        if (atEnd()) {
            throw refused("a \\ at the end");
        }
        return peek();
    }

    char take() {
        return source.charAt(at++);
    }

    boolean next(char wanted) {
        boolean there = at < source.length() && peek() == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    IllegalArgumentException refused(String got) {
        return new IllegalArgumentException(
                "the pattern is not ECMA-262: got " + got + " before character " + (at + 1));
    }
}
