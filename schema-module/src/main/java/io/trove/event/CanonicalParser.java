package io.trove.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Canonical bytes to the tree that {@link StrictParser} gives, in half the time: nothing but canonical form is looked for, and where
 * something else is found that parser has the word.
 */
final class CanonicalParser {
    private static final int INTEGER_DIGITS_SAFE = 15;

    private final byte[] bytes;
    private int at;
    private boolean isUtf8;

    private CanonicalParser(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Something that canonical form does not have was found: that is said without a trace, because it is no error. */
    private static final class NotCanonical extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private NotCanonical() {
            super(null, null, false, false);
        }
    }

    static JsonNode parse(byte[] bytes) {
        try {
            var canonical = new CanonicalParser(bytes);
            JsonNode value = canonical.value(0);
            if (canonical.at == bytes.length) {
                return value;
            }
        } catch (NotCanonical | NumberFormatException | Malformed other) {
            return StrictParser.parse(bytes);
        }
        return StrictParser.parse(bytes);
    }

    /** These members of an object; of the others no more is looked for than where they end. */
    static JsonNode membersOf(byte[] bytes, Set<String> names) {
        try {
            return new CanonicalParser(bytes).members(names);
        } catch (NotCanonical | NumberFormatException | Malformed other) {
            return StrictParser.membersOf(bytes, names);
        }
    }

    private JsonNode members(Set<String> names) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        expect('{');
        while (next() != '}') {
            String name = name();
            expect(':');
            if (names.contains(name)) {
                object.set(name, value(1));
            } else {
                at = Scan.end(bytes, at);
                require(at != Scan.NONE);
            }
            separated('}');
        }
        return object;
    }

    private JsonNode value(int depth) {
        return switch (next()) {
            case '{' -> object(depth + 1);
            case '[' -> array(depth + 1);
            case '"' -> StringNode.valueOf(text());
            case 't' -> literal("true", BooleanNode.TRUE);
            case 'f' -> literal("false", BooleanNode.FALSE);
            case 'n' -> literal("null", NullNode.getInstance());
            default -> number();
        };
    }

    private JsonNode object(int depth) {
        require(depth <= StrictParser.DEPTH_MAX);
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        String before = null;
        at++;
        while (next() != '}') {
            String name = name();
            require(before == null || before.compareTo(name) < 0);
            before = name;
            expect(':');
            object.set(name, value(depth));
            separated('}');
        }
        at++;
        return object;
    }

    private JsonNode array(int depth) {
        require(depth <= StrictParser.DEPTH_MAX);
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        at++;
        while (next() != ']') {
            array.add(value(depth));
            separated(']');
        }
        at++;
        return array;
    }

    /** Behind a value: the end, or a comma, behind which is no end. */
    private void separated(char end) {
        if (next() != end) {
            expect(',');
            require(next() != end);
        }
    }

    private String name() {
        require(next() == '"');
        int from = at + 1;
        int to = Scan.notPlain(bytes, from);
        if (to == bytes.length || bytes[to] != '"' || to - from > Names.LENGTH_MAX) {
            String name = text();
            require(name.length() <= StrictParser.NAME_LENGTH_MAX);
            return name;
        }
        at = to + 1;
        return Names.of(bytes, from, to);
    }

    private String text() {
        int from = at + 1;
        int to = Scan.notPlain(bytes, from);
        require(to < bytes.length);
        if (bytes[to] != '"') {
            return notPlain(from);
        }
        at = to + 1;
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** One with escapes, or beyond ASCII. */
    private String notPlain(int from) {
        if (!isUtf8) {
            Utf8.check(bytes);
            isUtf8 = true;
        }
        int to = from;
        for (; to < bytes.length && bytes[to] != '"'; to = Scan.notPlain(bytes, to)) {
            if (bytes[to] == '\\') {
                return escaped(from);
            }
            require(bytes[to] < 0 || bytes[to] >= ' ');
            to += bytes[to] < 0 ? 1 : 0;
        }
        require(to < bytes.length && to - from <= StrictParser.STRING_LENGTH_MAX);
        at = to + 1;
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private String escaped(int from) {
        at = Scan.closing(bytes, from - 1) + 1;
        require(at <= bytes.length);
        byte[] quoted = new byte[at - from + 1];
        System.arraycopy(bytes, from - 1, quoted, 0, quoted.length);
        return StrictParser.parse(quoted).stringValue();
    }

    private JsonNode literal(String text, JsonNode value) {
        for (int i = 0; i < text.length(); i++) {
            expect(text.charAt(i));
        }
        return value;
    }

    private JsonNode number() {
        int from = at;
        boolean negative = next() == '-';
        at += negative ? 1 : 0;
        int digits = at;
        long whole = 0;
        while (isDigit(next()) && at - digits < INTEGER_DIGITS_SAFE) {
            whole = whole * 10 + (bytes[at++] - '0');
        }
        require(at > digits && (bytes[digits] != '0' || (at == digits + 1 && !negative)));
        if (!isOfNumber(next())) {
            return LongNode.valueOf(negative ? -whole : whole);
        }
        while (isOfNumber(next())) {
            at++;
        }
        return StrictParser.parse(Arrays.copyOfRange(bytes, from, at));
    }

    private static boolean isDigit(int b) {
        return b >= '0' && b <= '9';
    }

    private static boolean isOfNumber(int b) {
        return isDigit(b) || b == '.' || b == 'e' || b == 'E' || b == '+' || b == '-';
    }

    private int next() {
        return at < bytes.length ? bytes[at] : 0;
    }

    private void expect(char c) {
        require(next() == c);
        at++;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new NotCanonical();
        }
    }
}
