package io.trove.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiffLineTest {

    @Test
    void what_is_gone_comes_before_what_is_new() {
        assertEquals(
                List.of(
                        new DiffLine("same", "a"),
                        new DiffLine("gone", "b"),
                        new DiffLine("new", "x"),
                        new DiffLine("same", "c")),
                DiffLine.between(List.of("a", "b", "c"), List.of("a", "x", "c")));
    }

    @Test
    void both_texts_can_be_read_from_any_difference() {
        var random = new Random(7);
        for (int i = 0; i < 200; i++) {
            var before = lines(random);
            var after = lines(random);
            var difference = DiffLine.between(before, after);
            assertEquals(before, without("new", difference));
            assertEquals(after, without("gone", difference));
        }
    }

    @Test
    void very_long_texts_are_told_apart_as_a_whole() {
        var before = Collections.nCopies(2_000, "a");
        var after = Collections.nCopies(2_000, "b");
        assertEquals(before, without("new", DiffLine.between(before, after)));
        assertEquals(after, without("gone", DiffLine.between(before, after)));
    }

    private static List<String> lines(Random random) {
        var lines = new ArrayList<String>();
        for (int i = random.nextInt(12); i > 0; i--) {
            lines.add(String.valueOf((char) ('a' + random.nextInt(4))));
        }
        return lines;
    }

    private static List<String> without(String kind, List<DiffLine> difference) {
        return difference.stream()
                .filter(line -> !line.kind().equals(kind))
                .map(DiffLine::text)
                .toList();
    }
}
