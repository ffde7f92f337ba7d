package io.trove.expression;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.exceptions.CelInvalidArgumentException;
import dev.cel.runtime.CelFunctionBinding;
import java.util.List;

/**
 * The language's functions that take longer than their texts are long. They mean what the standard ones do, and count their
 * work before they do it: from outside one call looks as cheap as any.
 */
final class TextFunctions {
    static final int PATTERN_MAX = 2_000;
    static final int PROGRAM_MAX = 2_000;

    /** For each character of a text, each instruction of a pattern may be looked at. */
    private static final int LOOK_WORK = 2;

    private static final int READ_WORK = 500;
    private static final int COMPARISONS_A_UNIT = 4;

    static final List<CelFunctionBinding> ALL = List.of(
            CelFunctionBinding.from("contains_string", String.class, String.class, TextFunctions::contains),
            CelFunctionBinding.from("matches", String.class, String.class, TextFunctions::matches),
            CelFunctionBinding.from("matches_string", String.class, String.class, TextFunctions::matches));

    private TextFunctions() {}

    private static Object contains(String text, String sought) {
        Meter.current().spend((long) text.length() * sought.length() / COMPARISONS_A_UNIT);
        return text.contains(sought);
    }

    private static Object matches(String text, String regex) {
        Meter meter = Meter.current();
        Pattern pattern = read(regex, meter);
        meter.spend((long) text.length() * pattern.programSize() * LOOK_WORK);
        return pattern.matcher(text).find();
    }

    private static Pattern read(String regex, Meter meter) {
        if (regex.length() > PATTERN_MAX) {
            throw refused("a pattern of %d characters; at most %d".formatted(regex.length(), PATTERN_MAX));
        }
        try {
            Pattern pattern = meter.pattern(regex, regex.length() * READ_WORK);
            if (pattern.programSize() > PROGRAM_MAX) {
                throw refused("a pattern of %d instructions with its repeats written out; at most %d"
                        .formatted(pattern.programSize(), PROGRAM_MAX));
            }
            return pattern;
        } catch (PatternSyntaxException e) {
            throw refused("no pattern: " + e.getMessage());
        }
    }

    private static CelInvalidArgumentException refused(String why) {
        return new CelInvalidArgumentException(new IllegalArgumentException(why));
    }
}
