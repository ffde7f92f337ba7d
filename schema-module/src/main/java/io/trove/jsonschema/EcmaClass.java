package io.trove.jsonschema;

/** A character class of an {@link EcmaPattern}, after its opening bracket. */
final class EcmaClass {

    private static final String EVERYTHING = "\\x{0}-\\x{10ffff}";

    private final EcmaText pattern;

    EcmaClass(EcmaText pattern) {
        this.pattern = pattern;
    }

    void write() {
        StringBuilder out = pattern.written();
        boolean negated = pattern.next('^');
        out.append(negated ? "[^" : "[");
        int start = out.length();
        while (!pattern.next(']')) {
            if (pattern.atEnd()) {
                throw pattern.refused("a [ without its ]");
            }
            item();
        }
        if (out.length() == start) {
            out.setLength(start - (negated ? 2 : 1));
            out.append(negated ? "[" : "[^").append(EVERYTHING);
        }
        out.append(']');
    }

    private void item() {
        int from = character();
        if (from < 0 || !pattern.next('-')) {
            if (from >= 0) {
                pattern.literal(from);
            }
            return;
        }
        if (pattern.atEnd()) {
            throw pattern.refused("a [ without its ]");
        }
        pattern.literal(from);
        if (pattern.peek() == ']') {
            pattern.literal('-');
            return;
        }
        int before = pattern.written().length();
        int to = character();
        if (to < 0) {
            pattern.written().insert(before, "\\x{2d}");
        } else if (to < from) {
            throw pattern.refused("a range that ends before it begins");
        } else {
            pattern.written().append('-');
            pattern.literal(to);
        }
    }

    /** A single character; less than none for an escape of many, which is then written already. */
    private int character() {
        char c = pattern.take();
        if (c != '\\') {
            return pattern.point(c);
        }
        String many = pattern.classEscape(true);
        if (many != null) {
            pattern.written().append(many);
            return -1;
        }
        return pattern.next('b') ? '\b' : pattern.characterEscape();
    }
}
