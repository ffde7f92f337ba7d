package io.trove.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.dialect.Dialects;
import io.trove.event.Invalid;
import io.trove.event.Limits;
import io.trove.event.Malformed;
import io.trove.filter.Filter;
import io.trove.ledger.Bounds;
import io.trove.ledger.ConditionRefused;
import io.trove.ledger.Expected;
import io.trove.ledger.TooMuch;
import io.trove.ledger.Unless;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyTest {

    private static final Bounds BOUNDS = new Bounds(3, 100, 100, 200, Limits.DEFAULT, 1, 1, 1, 1, 1, 1);

    @Test
    void an_object_is_one_event() throws IOException {
        assertTrue(json("{\"type\":\"a.b\"}").isOne());
        assertTrue(json("{\"type\":\"calendar.synced\",\"events\":[]}").isOne());
    }

    @Test
    void an_array_or_an_object_of_events_is_several() throws IOException {
        assertEquals(2, json("[{\"type\":\"a\"},{\"type\":\"b\"}]").parts().size());
        var batch = json("{\"events\":[{\"type\":\"a\"}]}");
        assertFalse(batch.isOne());
        assertEquals("/events/0", batch.parts().get(0).pointer());
    }

    @Test
    void a_batch_says_what_it_expects() throws IOException {
        var batch = json("""
                {"events":[{"type":"a"}],"expect":[{"entity":{"type":"a","id":"1"},"version":7},
                {"entity":{"type":"a","id":"2"},"version":"none"},
                {"entity":{"type":"a","id":"3"},"version":"exists"}]}""");

        assertEquals(
                List.of(Expected.version("a", "1", 7), Expected.none("a", "2"), Expected.exists("a", "3")),
                batch.expected());
    }

    @Test
    void a_batch_says_what_must_not_be_there() throws IOException {
        var batch = json("""
                {"events":[{"type":"a"}],"unless":{"matches":{"type":["seat.*"],"index":{"show":"hamlet"}},"after":-1}}""");
        var filter = Filter.of(Map.of("type", List.of("seat.*"), "index.show", List.of("hamlet")), Set.of());

        assertEquals(Optional.of(new Unless(filter, -1)), batch.unless());
        var refused = assertThrows(
                ConditionRefused.class,
                () -> json("{\"events\":[{}],\"unless\":{\"matches\":{\"payload\":{\"a\":1}},\"after\":1}}"));
        assertEquals(List.of("payload.a"), refused.facts().get("notIndexed"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                                                             |",
                "{\"events\":[]}                                                |",
                "{\"events\":7}                                                 | /events",
                "{\"events\":[{}],\"sometimes\":{}}                             | /sometimes",
                "{\"events\":[{}],\"unless\":[]}                                | /unless",
                "{\"events\":[{}],\"unless\":{\"after\":1}}                      | /unless/matches",
                "{\"events\":[{}],\"unless\":{\"matches\":{}}}                   | /unless/after",
                "{\"events\":[{}],\"unless\":{\"matches\":{},\"after\":-2}}       | /unless/after",
                "{\"events\":[{}],\"unless\":{\"matches\":{},\"after\":\"1\"}}     | /unless/after",
                "{\"events\":[{}],\"unless\":{\"matches\":{},\"after\":1,\"x\":1}} | /unless/x",
                "{\"events\":[{}],\"expect\":{}}                                | /expect",
                "{\"events\":[{}],\"expect\":[{\"version\":1}]}                 | /expect/0/entity",
                "{\"events\":[{}],\"expect\":[{\"entity\":{\"type\":\"a\"}}]}   | /expect/0/entity/id",
                "{\"events\":[{}],\"expect\":[{\"entity\":{\"type\":\"a\",\"id\":\"1\"},\"version\":-1}]} | /expect/0/version",
                "{\"events\":[{}],\"expect\":[{\"entity\":{\"type\":\"a\",\"id\":\"1\"},\"version\":\"7\"}]} | /expect/0/version"
            })
    void what_is_no_batch_is_refused_with_where(String body, String pointer) {
        var invalid = assertThrows(Invalid.class, () -> json(body));

        assertEquals(pointer == null ? "" : pointer, invalid.pointer());
    }

    @Test
    void lines_are_several_events_and_know_their_numbers() throws IOException {
        var lines = lines("{\"type\":\"a\"}\r\n\n{\"type\":\"b\"}");

        assertEquals(2, lines.parts().size());
        assertEquals(OptionalInt.of(3), lines.parts().get(1).line());
        assertEquals(
                2,
                assertThrows(Malformed.class, () -> lines("{\"type\":\"a\"}\n{nonsense"))
                        .line());
    }

    @Test
    void more_lines_or_bytes_than_the_bounds_are_refused() {
        assertThrows(TooMuch.class, () -> lines("{}\n{}\n{}\n{}\n"));
        assertTrue(assertThrows(Malformed.class, () -> lines(" ".repeat(201))).tooLarge());
        assertTrue(assertThrows(Malformed.class, () -> json(" ".repeat(201))).tooLarge());
    }

    @Test
    void a_body_of_a_dialect_may_be_lines_as_well() throws IOException {
        var form = Written.of("application/vnd.trove.struere+json", null, false);

        assertEquals(
                2,
                read(form, "{\"eventType\":\"a\"}\r\n{\"eventType\":\"b\"}\n")
                        .parts()
                        .size());
        assertTrue(read(form, "{\"eventType\":\"a\"}\n").isOne());
        assertTrue(read(form, "{\n\"eventType\":\"a\",\"payload\":{}\n}\n").isOne());
        assertEquals(1, read(form, "[{\"eventType\":\"a\"}\n]").parts().size());
    }

    @Test
    void a_binary_cloudevent_is_made_of_headers_and_data() throws IOException {
        var headers = Map.of("ce-specversion", "1.0", "ce-id", "1", "ce-source", "/a", "ce-type", "a.b");
        var in = new ByteArrayInputStream("{\"x\":1}".getBytes(StandardCharsets.UTF_8));
        var body = Bodies.read(Written.of(null, null, true), () -> headers, in, BOUNDS);

        var draft = new Drafts(
                        Dialects.named("cloudevents").orElseThrow(), false, Limits.DEFAULT, id -> Optional.empty())
                .of(body);

        assertEquals("/a#1", draft.get(0).id().orElseThrow().id());
        assertEquals("{\"x\":1}", draft.get(0).payload().orElseThrow().toString());
    }

    private static Body json(String body) throws IOException {
        return read(Written.of("application/json", null, false), body);
    }

    private static Body lines(String body) throws IOException {
        return read(Written.of("application/x-ndjson", null, false), body);
    }

    private static Body read(Written written, String body) throws IOException {
        return Bodies.read(written, Map::of, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), BOUNDS);
    }
}
