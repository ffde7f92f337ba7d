package io.trove.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VectorTest {

    @ParameterizedTest
    @CsvSource({
        "a:1;b:2, a:1;b:2, EQUAL",
        "b:2;a:1, a:1;b:2, EQUAL",
        "a:1, a:2, BEFORE",
        "a:1, a:1;b:1, BEFORE",
        "a:1;b:2, a:1;b:1, AFTER",
        "a:2;b:1, a:1;b:2, CONCURRENT",
        "a:1, b:1, CONCURRENT",
    })
    void one_vector_stands_to_another_as_the_counts_of_each_node_do(String one, String other, Vector.Order order) {
        assertEquals(order, Vector.of(one).comparedTo(Vector.of(other)));
    }

    @Test
    void before_the_first_event_there_is_none() {
        assertEquals(Vector.Order.BEFORE, Vector.none().comparedTo(Vector.of("a:1")));
        assertEquals(Vector.none(), Vector.of(""));
        assertEquals("", Vector.none().toString());
    }

    @Test
    void a_node_advances_its_own_count_and_nodes_are_written_in_their_order() {
        assertEquals("a:1;b:3", Vector.of("b:2").advanced("b").advanced("a").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a:", ":1", "a:x", "a:1;", "a:1;a:2", "a:1,b:2"})
    void what_is_no_vector_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Vector.of(text));
    }
}
