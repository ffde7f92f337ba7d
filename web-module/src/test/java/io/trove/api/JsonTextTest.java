package io.trove.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.event.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    @Test
    void members_keep_their_order_and_absent_ones_are_left_out() {
        var members = new LinkedHashMap<String, Object>();
        members.put("z", 1L);
        members.put("none", Optional.empty());
        members.put("noNumber", OptionalInt.empty());
        members.put("a", List.of(true, "x", Map.of()));
        members.put("some", OptionalLong.of(7));

        assertEquals("{\"z\":1,\"a\":[true,\"x\",{}],\"some\":7}", text(members));
    }

    @Test
    void members_that_nobody_ordered_are_ordered_by_name() {
        assertEquals(
                "{\"a\":1,\"b\":2,\"c\":3,\"d\":{\"x\":1,\"y\":2}}",
                text(Map.of("c", 3, "a", 1, "d", Map.of("y", 2, "x", 1), "b", 2)));
    }

    @Test
    void any_text_comes_back_as_it_was() {
        var any = "\"\\/\b\f\n\r\t\u0000\u001f <b>ä€\ud83d\ude00";

        var parsed = Json.parse(JsonText.of(Map.of("text", any)));

        assertEquals(Optional.of(any), parsed.member("text").flatMap(Json::text));
    }

    @Test
    void nothing_is_an_empty_object() {
        assertEquals("{}", text(Map.of()));
    }

    private static String text(Map<String, ?> members) {
        return new String(JsonText.of(members), StandardCharsets.UTF_8);
    }
}
