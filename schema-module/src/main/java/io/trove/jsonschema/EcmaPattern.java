package io.trove.jsonschema;

import java.util.Map;

/**
 * An ECMA-262 pattern (with the flag {@code u}, and the escapes of punctuation that people write all the same), read by
 * its grammar and written out for RE2, which takes linear time. What RE2 cannot do in linear time, looking around and
 * referring back, is read and refused.
 */
final class EcmaPattern {

    static final int LENGTH_MAX = 10_000;
    private static final int DEPTH_MAX = 100;
    private static final int REPEAT_MAX = 1_000;
    private static final String SYNTAX = "^$\\.*+?()[]{}|/";
    private static final String ANY = "[^\\n\\r\\x{2028}\\x{2029}]";
    private static final Map<Character, String> CONTROLS =
            Map.of('t', "\\t", 'n', "\\n", 'v', "\\x0B", 'f', "\\f", 'r', "\\r");

    private final String source;
    private final StringBuilder re2 = new StringBuilder();
    private int at;
    private String beyond;

    private EcmaPattern(String source) {
        this.source = source;
    }

    /** The same pattern as RE2 writes it; IllegalArgumentException when it is none, or none that takes linear time. */
    static String toRe2(String source) {
        EcmaPattern pattern = new EcmaPattern(source);
        pattern.whole();
        if (pattern.beyond != null) {
            throw new IllegalArgumentException("the pattern has " + pattern.beyond
                    + ", which cannot be matched in linear time; say it with several keywords, such as allOf and not");
        }
        return pattern.re2.toString();
    }

    /** Whether this is a pattern of ECMA-262, also one that looks around or refers back. */
    static boolean isPattern(String source) {
        try {
            new EcmaPattern(source).whole();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void whole() {
        if (source.length() > LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "the pattern has " + source.length() + " characters; at most " + LENGTH_MAX + " are taken");
        }
        choice(0);
        if (at < source.length()) {
            throw refused("a ) that closes nothing");
        }
    }

    private void choice(int depth) {
        if (depth > DEPTH_MAX) {
            throw refused("more than " + DEPTH_MAX + " groups in one another");
        }
        while (at < source.length() && peek() != ')') {
            if (peek() == '|') {
                re2.append(take());
            } else {
                term(depth);
            }
        }
    }

    private void term(int depth) {
        int start = re2.length();
        char c = take();
        switch (c) {
            case '^', '$' -> {
                re2.append(c);
                return;
            }
            case '(' -> {
                if (group(depth)) {
                    return;
                }
            }
            case '.' -> re2.append(ANY);
            case '[' -> new EcmaClass(this).write();
            case '\\' -> {
                if (atomEscape()) {
                    return;
                }
            }
            case '*', '+', '?' -> throw refused("a " + c + " that repeats nothing");
            case '{' -> {
                if (looksLikeRepeat(at - 1)) {
                    throw refused("a { that repeats nothing");
                }
                literal(c);
            }
            default -> literal(point(c));
        }
        repeat(start);
    }

    /** True for an assertion, which nothing repeats. */
    private boolean group(int depth) {
        boolean assertion = false;
        if (next('?')) {
            if (next(':')) {
                assertion = false;
            } else if (next('=') || next('!')) {
                assertion = lookAround("a lookahead");
            } else if (next('<')) {
                assertion = (next('=') || next('!')) ? lookAround("a lookbehind") : named();
            } else {
                throw refused("(? before something that ECMA-262 does not know");
            }
        }
        re2.append("(?:");
        choice(depth + 1);
        if (!next(')')) {
            throw refused("a ( without its )");
        }
        re2.append(')');
        return assertion;
    }

    private boolean lookAround(String what) {
        beyond = what;
        return true;
    }

    private boolean named() {
        int end = source.indexOf('>', at);
        if (end <= at || !source.substring(at, end).chars().allMatch(Character::isUnicodeIdentifierPart)) {
            throw refused("(?< without a name and >");
        }
        at = end + 1;
        return false;
    }

    /** True for an assertion, which nothing repeats. */
    private boolean atomEscape() {
        char c = peekEscape();
        if (c == 'b' || c == 'B') {
            re2.append('\\').append(take());
            return true;
        }
        if (c == 'k' || (c >= '1' && c <= '9')) {
            at = c == 'k' ? source.indexOf('>', at) + 1 : at + 1;
            if (at == 0) {
                throw refused("\\k without a name");
            }
            beyond = "a reference back";
            return false;
        }
        String many = classEscape(false);
        if (many == null) {
            literal(characterEscape());
        } else {
            re2.append(many);
        }
        return false;
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
            return switch (c) {
                case 't' -> '\t';
                case 'n' -> '\n';
                case 'v' -> 0x0B;
                case 'f' -> '\f';
                default -> '\r';
            };
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

    private void repeat(int start) {
        if (at == source.length()) {
            return;
        }
        char c = peek();
        if (c == '*' || c == '+' || c == '?') {
            re2.append(take());
        } else if (c == '{' && looksLikeRepeat(at)) {
            counted(start);
        } else {
            return;
        }
        if (at < source.length() && peek() == '?') {
            re2.append(take());
        }
    }

    private void counted(int start) {
        int end = source.indexOf('}', at);
        String[] bounds = source.substring(at + 1, end).split(",", -1);
        long least = Long.parseLong(bounds[0]);
        boolean open = bounds.length == 2 && bounds[1].isEmpty();
        long most = open || bounds.length == 1 ? least : Long.parseLong(bounds[1]);
        if (most < least) {
            throw refused("a repeat from " + least + " to " + most);
        }
        if (most > REPEAT_MAX && beyond == null) {
            beyond = "a repeat of more than " + REPEAT_MAX + " (from character " + start
                    + "; say minLength or maxLength)";
        }
        re2.append(source, at, end + 1);
        at = end + 1;
    }

    private boolean looksLikeRepeat(int from) {
        int end = source.indexOf('}', from);
        if (end < 0) {
            return false;
        }
        String inside = source.substring(from + 1, end);
        return inside.length() <= 20 && inside.matches("[0-9]{1,9}(,([0-9]{1,9})?)?");
    }

    void literal(int point) {
        re2.append("\\x{").append(Integer.toHexString(point)).append('}');
    }

    /** The whole character that begins with this one, which was just taken. */
    int point(char c) {
        if (Character.isHighSurrogate(c) && at < source.length() && Character.isLowSurrogate(peek())) {
            return Character.toCodePoint(c, take());
        }
        return c;
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

    private char peekEscape() {
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
