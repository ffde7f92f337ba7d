package io.trove.jsonschema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;

/** A pattern that is found in a text in linear time, within the budget of the validation that asks. */
final class LinearPattern implements RegularExpression {

    private final Pattern pattern;

    private LinearPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** The ECMA-262 pattern; IllegalArgumentException when it is none that takes linear time. */
    static LinearPattern of(String ecma, Footprint footprint) {
        String re2 = EcmaPattern.toRe2(ecma);
        try {
            Pattern pattern = Pattern.compile(re2);
            if (pattern.programSize() > EcmaPattern.PLACES_MAX) {
                throw new IllegalArgumentException(EcmaPattern.TOO_LARGE);
            }
            footprint.pattern(pattern.programSize());
            return new LinearPattern(pattern);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("the pattern cannot be used: " + e.getDescription(), e);
        }
    }

    @Override
    public boolean matches(String text) {
        return pattern.matcher(new Metered(text, Budget.current())).find();
    }

    /** A text that counts how often it is read. */
    private record Metered(String text, Budget budget) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            budget.tick();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
