package io.trove.jsonschema;

/**
 * An ECMA-262 pattern (with the flag {@code u}, and the escapes of punctuation that people write all the same), read by
 * its grammar and written out for RE2, which takes linear time. What RE2 cannot do in linear time, looking around and
 * referring back, is read and refused.
 */
final class EcmaPattern extends EcmaText {

    static final int LENGTH_MAX = 10_000;
    private static final int DEPTH_MAX = 100;
    private static final int REPEAT_MAX = 1_000;

    /** The most places that a pattern has when its repeats are written out, as RE2 does before it counts. */
    static final int PLACES_MAX = 20_000;

    static final String TOO_LARGE =
            "the pattern is too large when its repeats are written out; repeat less, or say it with maxLength";
    private static final String ANY = "[^\\n\\r\\x{2028}\\x{2029}]";

    private String beyond;
    private long places;

    private EcmaPattern(String source) {
        super(source);
    }

    /** The same pattern as RE2 writes it; IllegalArgumentException when it is none, or none that takes linear time. */
    static String toRe2(String source) {
        EcmaPattern pattern = new EcmaPattern(source);
        pattern.whole();
        if (pattern.beyond != null) {
            throw new IllegalArgumentException(
                    "the pattern has " + pattern.beyond
                            + ", which cannot be matched in linear time; say it with several keywords, such as allOf, not and maxLength");
        }
        if (pattern.places > PLACES_MAX) {
            throw new IllegalArgumentException(TOO_LARGE);
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
        char c = take();
        long before = places++;
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
        places = before + Math.min(Integer.MAX_VALUE, (places - before) * repeat());
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

    /** How often what it follows is written out. */
    private long repeat() {
        if (at == source.length()) {
            return 1;
        }
        char c = peek();
        long times = 1;
        if (c == '*' || c == '+' || c == '?') {
            re2.append(take());
        } else if (c == '{' && looksLikeRepeat(at)) {
            times = Math.max(1, counted());
        } else {
            return 1;
        }
        if (at < source.length() && peek() == '?') {
            re2.append(take());
        }
        return times;
    }

    private long counted() {
        int end = source.indexOf('}', at);
        String[] bounds = source.substring(at + 1, end).split(",", -1);
        long least = Long.parseLong(bounds[0]);
        boolean open = bounds.length == 2 && bounds[1].isEmpty();
        long most = open || bounds.length == 1 ? least : Long.parseLong(bounds[1]);
        if (most < least) {
            throw refused("a repeat from " + least + " to " + most);
        }
        if (most > REPEAT_MAX && beyond == null) {
            beyond = "a repeat of more than " + REPEAT_MAX;
        }
        re2.append(source, at, end + 1);
        at = end + 1;
        return most;
    }

    private boolean looksLikeRepeat(int from) {
        int end = source.indexOf('}', from);
        if (end < 0) {
            return false;
        }
        String inside = source.substring(from + 1, end);
        return inside.length() <= 20 && inside.matches("[0-9]{1,9}(,([0-9]{1,9})?)?");
    }
}
