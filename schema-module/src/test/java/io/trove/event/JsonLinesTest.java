package io.trove.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

    @Test
    void each_line_is_a_value_with_its_number_and_empty_ones_are_skipped() throws IOException {
        var lines = lines("{\"a\":1}\r\n \n\n[2]", 100);

        assertEquals("{\"a\":1}", lines.next().orElseThrow().value().toString());
        assertEquals(4, lines.next().orElseThrow().number());
        assertTrue(lines.next().isEmpty());
        assertTrue(lines.next().isEmpty());
    }

    @Test
    void a_line_that_is_no_json_is_refused_with_its_number_and_the_next_one_is_read() throws IOException {
        var lines = lines("1\n{\"a\":}\n3\n", 100);
        lines.next();

        var malformed = assertThrows(Malformed.class, lines::next);

        assertEquals(2, malformed.line());
        assertEquals(6, malformed.column());
        assertEquals(3, lines.next().orElseThrow().number());
    }

    @Test
    void lines_longer_than_a_chunk_are_read_whole() throws IOException {
        var text = "\"" + "x".repeat(20_000) + "\"";
        var lines = lines(text + "\n" + text, 100_000);

        assertEquals(text, lines.next().orElseThrow().value().toString());
        assertEquals(text, lines.next().orElseThrow().value().toString());
    }

    @Test
    void more_bytes_than_the_bound_are_refused() {
        assertTrue(assertThrows(Malformed.class, () -> lines("1\n2\n3\n", 5).next())
                .tooLarge());
    }

    @Test
    void a_line_that_is_too_long_is_refused_without_being_held_and_the_next_one_is_read() throws IOException {
        var text = "1\n\"" + "x".repeat(100_000) + "\"\n\"" + "x".repeat(48) + "\"";
        var lines = JsonLines.endless(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 50);
        lines.next();

        var malformed = assertThrows(Malformed.class, lines::next);

        assertTrue(malformed.tooLarge());
        assertEquals(2, malformed.line());
        assertEquals(2, lines.number());
        assertEquals(3, lines.next().orElseThrow().number());
    }

    private static JsonLines lines(String text, long bytesMax) {
        return new JsonLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), bytesMax);
    }
}
