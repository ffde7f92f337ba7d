package io.trove.jsonschema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EcmaPatternTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "^abc$ abc true",
                "^abc$ xabc false",
                "b abc true",
                "^[a-z\\-]+$ a-b true",
                "^[\\w-.]+@\\w+$ a.b-c@d true",
                "^\\d+$ ٣ false",
                "^\\w$ é false",
                "^\\p{L}+$ é true",
                "^\\p{Letter}+$ é true",
                "^\\p{Script=Greek}$ α true",
                "^\\P{Lu}$ A false",
                "^\\u{1F600}$ 😀 true",
                "^\\uD83D\\uDE00$ 😀 true",
                "^.$ 😀 true",
                "^[😀-😂]$ 😁 true",
                "^a{2,3}$ aaa true",
                "^a{2,3}$ a false",
                "^a{,3}$ a{,3} true",
                "^{}$ {} true",
                "^(?<year>\\d{4})$ 2024 true",
                "^a|b$ xb true",
                "^(?:a|)$ a true",
                "^[^]$ x true",
                "^[]$ x false",
                "^\\x41\\cA?$ A true",
                "^[\\d.]+$ 1.2 true",
                "^\\/x$ /x true",
                "^[^\\s]+$ a true",
                "^a+?b*?$ aab true",
                "^\\bfoo\\b$ foo true"
            })
    void a_pattern_means_what_ecma_262_says(String pattern, String text, boolean found) {
        assertEquals(found, linear(pattern).matches(text), EcmaPattern.toRe2(pattern));
    }

    @Test
    void white_space_and_lines_are_those_of_ecma_262() {
        assertTrue(linear("^\\s{5}$").matches("\u00a0\ufeff\u2028\u000b\u3000"));
        assertFalse(linear("\\S").matches("\u00a0\ufeff\u2028\u000b\u3000"));
        assertFalse(linear("^a$").matches("a\n"));
        assertFalse(linear("^.$").matches("\u2028"));
        assertTrue(linear("^\\0$").matches("\0"));
        assertTrue(linear("^[\\b]$").matches("\b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                ")",
                "a**",
                "*a",
                "[a",
                "[b-a]",
                "\\",
                "\\a",
                "\\Z",
                "\\u12",
                "\\u{110000}",
                "(?i)a",
                "(?P<n>a)",
                "a{3,2}",
                "\\p{}x{",
                "\\x1",
                "(?<>a)",
                "{1}",
                "\\k<"
            })
    void what_is_no_pattern_is_refused(String pattern) {
        assertThrows(IllegalArgumentException.class, () -> linear(pattern));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?=a)", "(?!a)b", "(?<=a)b", "(?<!a)b", "(a)\\1", "(?<n>a)\\k<n>", "a{1001}"})
    void what_takes_more_than_linear_time_is_a_pattern_and_refused(String pattern) {
        assertTrue(EcmaPattern.isPattern(pattern));
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> linear(pattern));
        assertTrue(refused.getMessage().contains("linear time"), refused::getMessage);
    }

    /** Where java.util.regex means the same, both find the same. */
    @Test
    void both_engines_agree_on_what_both_know() {
        Random random = new Random(41);
        String[] atoms = {"a", "b", "[ab]", "[^a]", ".", "(?:ab|a)", "(?:b|)", "\\w", "[a-c]", "c"};
        String[] repeats = {"", "", "", "*", "+", "?", "{2}", "{0,2}", "*?"};
        for (int i = 0; i < 5_000; i++) {
            StringBuilder pattern = new StringBuilder(random.nextBoolean() ? "^" : "");
            for (int parts = random.nextInt(5); parts >= 0; parts--) {
                pattern.append(atoms[random.nextInt(atoms.length)]).append(repeats[random.nextInt(repeats.length)]);
                pattern.append(random.nextInt(6) == 0 ? "|" : "");
            }
            String ecma = pattern.append(random.nextBoolean() ? "$" : "").toString();
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(7); length > 0; length--) {
                text.append("abcd".charAt(random.nextInt(4)));
            }
            assertEquals(
                    Pattern.compile(ecma).matcher(text).find(),
                    linear(ecma).matches(text.toString()),
                    () -> ecma + " on " + text);
        }
    }

    private static LinearPattern linear(String ecma) {
        return LinearPattern.of(ecma, new Footprint());
    }
}
