package io.trove.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompilationsTest {

    private final Compilations<String, Integer> kept = new Compilations<>(2_000);

    @Test
    void what_was_used_longest_ago_makes_room() {
        kept.keep("a", 1, 500);
        kept.keep("b", 2, 500);
        assertEquals(Optional.of(1), kept.find("a"));
        kept.keep("c", 3, 500);
        assertEquals(Optional.empty(), kept.find("b"));
        assertEquals(Optional.of(1), kept.find("a"));
        assertEquals(Optional.of(3), kept.find("c"));
    }

    @Test
    void what_is_kept_again_is_counted_once() {
        kept.keep("a", 1, 500);
        for (int i = 0; i < 10; i++) {
            kept.keep("b", i, 500);
        }
        assertEquals(Optional.of(1), kept.find("a"));
        assertEquals(Optional.of(9), kept.find("b"));
    }

    @Test
    void what_is_larger_than_all_may_be_is_kept_alone() {
        kept.keep("a", 1, 500);
        kept.keep("b", 2, 5_000);
        assertEquals(Optional.empty(), kept.find("a"));
        assertEquals(Optional.of(2), kept.find("b"));
        kept.keep("c", 3, 500);
        assertEquals(Optional.empty(), kept.find("b"));
        assertEquals(Optional.of(3), kept.find("c"));
    }
}
