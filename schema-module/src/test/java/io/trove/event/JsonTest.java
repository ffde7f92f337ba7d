package io.trove.event;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"arrays", "french", "structures", "unicode", "weird"})
    void the_canonical_form_is_that_of_RFC_8785(String name) {
        Path vectors = Vectors.directory("jcs");
        byte[] wanted = Vectors.bytes(vectors.resolve("output/" + name + ".json"));

        assertEquals(
                text(wanted),
                Json.parse(Vectors.bytes(vectors.resolve("input/" + name + ".json")))
                        .toString());
        assertArrayEquals(wanted, Json.parse(wanted).canonical());
    }

    /** The input of this vector holds a number of 17 digits that RFC 8785 prints with 16, so Trove refuses it. */
    @Test
    void the_vector_of_values_is_met_but_for_the_number_that_canonical_JSON_would_change() {
        Path vectors = Vectors.directory("jcs");
        String input = text(Vectors.bytes(vectors.resolve("input/values.json")));
        byte[] wanted = Vectors.bytes(vectors.resolve("output/values.json"));

        assertTrue(refused(input).reason().contains("333333333.33333329 would become 333333333.3333333"));
        assertArrayEquals(
                wanted,
                Json.parse(utf8(input.replace("333333333.33333329", "333333333.3333333")))
                        .canonical());
    }

    @Test
    void a_canonical_form_parses_to_the_same_value_and_the_same_form() {
        AnyJson any = new AnyJson(1);
        for (int i = 0; i < 5_000; i++) {
            Json value = any.value();
            Json again = Json.parse(value.canonical());
            assertEquals(value, again);
            assertArrayEquals(value.canonical(), again.canonical());
        }
    }

    @Test
    void members_are_sorted_by_their_UTF_16_units() {
        assertEquals(
                "{\"\":1,\"a\":2,\"😀\":4,\"\uFB33\":3}",
                Json.parse(utf8("{\"\uFB33\":3, \"😀\":4, \"a\":2, \"\":1}")).toString());
    }

    @Test
    void a_refusal_says_the_line_and_column() {
        Malformed refusal = refused("{\n  \"é\": 1,\r\n  \"b\" 2\n}");
        assertEquals(3, refusal.line());
        assertEquals(7, refusal.column());
    }

    @Test
    void a_member_given_twice_is_refused_where_it_stands_the_second_time() {
        Malformed refusal = refused("{\"a\": {\"b\": 1,\n \"c\": 2, \"b\": 3}}");
        assertEquals("the member \"b\" for the second time in one object", refusal.reason());
        assertEquals(2, refusal.line());
    }

    @Test
    void a_member_given_twice_in_different_spelling_is_refused() {
        assertTrue(refused("{\"a\": 1, \"\\u0061\": 2}").reason().contains("second time"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,",
                "\"",
                "\"a",
                "{\"a\"",
                "tru",
                "nul",
                "NaN",
                "Infinity",
                "-Infinity",
                "+1",
                "01",
                ".5",
                "1.",
                "1e",
                "-",
                "0x1",
                "'a'",
                "{a:1}",
                "{\"a\":1,}",
                "[1,]",
                "[1 2]",
                "1 2",
                "{} {}",
                "[]]",
                "// c\n1",
                "/* */1",
                "\"\t\"",
                "\"\n\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\ud800\"",
                "\"\\udc00\"",
                "\"\\ud800\\ud800\"",
                "\"\\udc00\\ud800\"",
                "\"\\uD83Dx\"",
                "{\"\\ud800\": 1}",
                "\uFEFF1",
                "undefined",
                "\"\\\\\\ud800\""
            })
    void what_is_not_strict_JSON_is_refused(String text) {
        assertFalse(
                refused(text).reason().contains("Feature"), "what the parser could be told is not the caller's affair");
    }

    @Test
    void invalid_UTF_8_is_refused() {
        int[][] sequences = {
            {0x80},
            {0xC0, 0x80},
            {0xC1, 0xBF},
            {0xC3},
            {0xE0, 0x80, 0x80},
            {0xE2, 0x82},
            {0xED, 0xA0, 0x80},
            {0xED, 0xBF, 0xBF},
            {0xF0, 0x80, 0x80, 0x80},
            {0xF4, 0x90, 0x80, 0x80},
            {0xF5, 0x80, 0x80, 0x80},
            {0xFF},
            {0x00}
        };
        for (int[] sequence : sequences) {
            byte[] json = new byte[sequence.length + 2];
            json[0] = '"';
            for (int i = 0; i < sequence.length; i++) {
                json[i + 1] = (byte) sequence[i];
            }
            json[json.length - 1] = '"';
            Malformed refusal = assertThrows(Malformed.class, () -> Json.parse(json), () -> Arrays.toString(sequence));
            assertEquals(2, refusal.column());
        }
    }

    @Test
    void UTF_16_is_refused() {
        assertThrows(Malformed.class, () -> Json.parse("{}".getBytes(UTF_16BE)));
        assertThrows(Malformed.class, () -> Json.parse("{}".getBytes(UTF_16)));
    }

    @Test
    void a_surrogate_pair_may_be_escaped() {
        assertEquals(Optional.of("😀"), Json.parse(utf8("\"\\ud83D\\uDE00\"")).text());
        assertEquals(Optional.of("\\ud800"), Json.parse(utf8("\"\\\\ud800\"")).text());
    }

    @Test
    void nesting_is_bounded() {
        assertEquals(
                64, Json.parse(utf8("[".repeat(64) + "]".repeat(64))).toString().length() / 2);
        assertTrue(refused("[".repeat(65) + "]".repeat(65)).reason().contains("64 levels"));
        refused("[".repeat(1_000_000));
        refused("{\"a\":".repeat(1_000_000));
    }

    @Test
    void names_are_bounded() {
        refused("{\"" + "a".repeat(1_000_000) + "\": 1}");
    }

    @Test
    void truncated_bytes_are_refused_wherever_they_end() {
        byte[] whole = utf8("{\"a\": [1.5, \"\\ud83d\\ude00é😀\", {\"b\": true}], \"c\": null}");
        for (int end = 0; end < whole.length; end++) {
            byte[] part = Arrays.copyOf(whole, end);
            assertThrows(Malformed.class, () -> Json.parse(part));
        }
    }

    @Test
    void any_bytes_are_parsed_or_refused_and_nothing_else() {
        AnyJson any = new AnyJson(2);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = any.value().canonical();
            for (int changes = any.random().nextInt(4); changes > 0 && bytes.length > 0; changes--) {
                bytes[any.random().nextInt(bytes.length)] = (byte) any.random().nextInt();
            }
            try {
                byte[] canonical = Json.parse(bytes).canonical();
                assertArrayEquals(canonical, Json.parse(canonical).canonical());
                assertArrayEquals(canonical, Json.kept(bytes).canonical());
            } catch (Malformed e) {
                Malformed kept = assertThrows(Malformed.class, () -> Json.kept(bytes));
                assertEquals(e.getMessage(), kept.getMessage());
                assertTrue(e.line() >= 1 && e.column() >= 1);
            }
        }
    }

    @Test
    void a_stream_is_refused_as_soon_as_it_is_too_long() throws Exception {
        assertEquals("[1]", Json.parse(new ByteArrayInputStream(utf8("[1]")), 3).toString());
        Malformed refusal = assertThrows(Malformed.class, () -> Json.parse(endless(), 10));
        assertTrue(refusal.tooLarge());
    }

    private static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return '[';
            }
        };
    }

    private static Malformed refused(String text) {
        return assertThrows(Malformed.class, () -> Json.parse(utf8(text)), text);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    private static String text(byte[] utf8) {
        return new String(utf8, UTF_8);
    }
}
