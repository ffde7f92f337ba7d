package io.trove.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JsonValueTest {

    @Test
    void a_value_is_found_by_name_and_by_pointer() {
        Json json = Json.parse(utf8("{\"a\": [{\"b/c\": null}], \"n\": 7}"));
        assertEquals(Optional.of(Json.nul()), json.at("/a/0/b~1c"));
        assertEquals(Optional.empty(), json.at("/a/1"));
        assertEquals(OptionalLong.of(7), json.member("n").orElseThrow().integer());
        assertEquals(List.of("a", "n"), List.copyOf(json.members().keySet()));
    }

    @Test
    void what_is_built_equals_what_is_parsed() {
        Json built = Json.object(Map.of(
                "b",
                List.of(1, 2.50, true, Optional.of("x")),
                "a",
                Map.of("c", Json.nul()),
                "left out",
                Optional.empty()));
        assertEquals(Json.parse(utf8("{\"a\":{\"c\":null},\"b\":[1,2.5,true,\"x\"]}")), built);
    }

    @Test
    void half_a_surrogate_pair_cannot_be_built() {
        assertThrows(IllegalArgumentException.class, () -> Json.of("\ud800"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    @Test
    void without_a_member_an_object_has_the_others_in_their_order() {
        Json object = Json.object(Map.of("a", 1, "b", Map.of("c", "d"), "e", true));
        assertEquals(Json.object(Map.of("a", 1, "e", true)), object.without("b"));
        assertEquals("{\"a\":1,\"e\":true}", object.without("b").toString());
        assertEquals(3, object.size());
        assertSame(object, object.without("c"));
        assertEquals(Json.of("b"), Json.of("b").without("b"));
    }

    @Test
    void what_is_merged_has_the_members_of_both_in_their_order_and_those_of_the_other_win() {
        var any = new AnyJson(3);
        for (int i = 0; i < 2_000; i++) {
            Json one = any.value();
            Json other = any.value();
            Map<String, Json> both = new TreeMap<>(one.members());
            both.putAll(other.members());
            Json merged = one.merged(other);
            assertEquals(Json.object(both), merged);
            assertArrayEquals(Json.object(both).canonical(), merged.canonical());
            assertEquals(both.size(), merged.size());
        }
    }

    @Test
    void with_a_member_it_is_the_same_but_for_that_one_and_canonical() {
        var any = new AnyJson(4);
        for (int i = 0; i < 2_000; i++) {
            Json one = any.object(6);
            Json value = any.value();
            for (String name : List.of(
                    "", "b", "zz", one.members().keySet().stream().findAny().orElse("é"))) {
                Map<String, Json> both = new TreeMap<>(one.members());
                both.put(name, value);
                assertEquals(Json.object(both).toString(), one.with(name, value).toString());
            }
        }
    }

    @Test
    void members_that_are_picked_are_those_that_all_have() {
        var any = new AnyJson(5);
        for (int i = 0; i < 2_000; i++) {
            Json all = any.object(6);
            Map<String, Json> wanted = new TreeMap<>(all.members());
            wanted.keySet().removeIf(name -> name.length() % 2 == 0);
            assertEquals(Json.object(wanted), Json.membersOf(all.canonical(), wanted.keySet()));
        }
    }
}
