package io.trove.containment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutomatonTest {
    private static final List<String> PARTS = List.of(
            "a",
            "b",
            ".",
            "[ab]",
            "[^a]",
            "(a|b)",
            "(?:ab)?",
            "a*",
            "b+",
            "a{2}",
            "b{1,2}",
            "[a-c]{0,2}",
            "^",
            "$",
            "\\d",
            "\\w",
            "\\s",
            "\\.",
            "\\u0041");
    private static final String CHARACTERS = "abcAB1 .";

    @Test
    void an_automaton_matches_what_the_expression_matches() {
        Random random = new Random(7);
        int read = 0;
        for (int i = 0; i < 3_000; i++) {
            StringBuilder regex = new StringBuilder();
            for (int parts = 1 + random.nextInt(4); parts > 0; parts--) {
                regex.append(PARTS.get(random.nextInt(PARTS.size())));
            }
            Automaton automaton =
                    Regex.of(regex.toString()).flatMap(Automaton::of).orElse(null);
            if (automaton == null) {
                continue;
            }
            read++;
            Pattern pattern = Pattern.compile(regex.toString());
            for (int j = 0; j < 30; j++) {
                String text = text(random);
                assertEquals(pattern.matcher(text).find(), accepts(automaton, text), regex + " on \"" + text + '"');
            }
        }
        assertTrue(read > 2_500, read + " read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?=a)", "(a)\\1", "\\bword", "a{2", "(", "[", "\\p{L}", "(?<!a)b", "a**", "a{100001}"})
    void what_no_automaton_decides_is_not_read(String regex) {
        assertTrue(Regex.of(regex).isEmpty());
    }

    @Test
    void more_states_than_are_worth_it_are_not_built() {
        assertTrue(Regex.of("((a{100}){100}){100}").flatMap(Automaton::of).isEmpty());
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return text.toString();
    }

    private static boolean accepts(Automaton automaton, String text) {
        BitSet at = automaton.start();
        for (int i = 0; i < text.length(); i++) {
            at = automaton.after(at, text.charAt(i));
        }
        return automaton.accepts(at, text.isEmpty());
    }
}
