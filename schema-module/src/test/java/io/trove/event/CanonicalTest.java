package io.trove.event;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CanonicalTest {

    @Test
    void what_is_written_member_by_member_is_what_is_written_of_a_tree() {
        var any = new AnyJson(21);
        for (int i = 0; i < 1_000; i++) {
            Map<String, Json> members = new TreeMap<>(any.object(6).members());
            members.remove("");
            var written = new Canonical().begin("outer");
            members.forEach(written::member);
            written.end().member("text", any.text(9)).member("whole", i - 500L);
            byte[] bytes = written.bytes();
            assertArrayEquals(Json.parse(bytes).canonical(), bytes);
            assertEquals(Json.object(members), Json.parse(bytes).member("outer").orElseThrow());
        }
    }

    @Test
    void an_object_of_nothing_is_empty() {
        assertEquals("{\"a\":{}}", text(new Canonical().begin("a").end()));
        assertEquals("{}", text(new Canonical()));
    }

    @Test
    void what_is_out_of_order_or_has_no_end_is_not_written() {
        var written = new Canonical().member("b", 1);
        assertThrows(IllegalStateException.class, () -> written.member("a", 1));
        assertThrows(IllegalStateException.class, () -> written.member("b", 1));
        assertThrows(IllegalStateException.class, written.begin("c")::bytes);
    }

    @Test
    void what_canonical_JSON_cannot_carry_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Canonical().member("a", (1L << 53) + 1));
        assertThrows(IllegalArgumentException.class, () -> new Canonical().member("a", "\ud83d"));
    }

    private static String text(Canonical written) {
        return new String(written.bytes(), StandardCharsets.UTF_8);
    }
}
