package io.trove.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.trove.dialect.Dialects;
import io.trove.event.Draft;
import io.trove.event.Invalid;
import io.trove.event.Json;
import io.trove.event.Limits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DraftsTest {

    @Test
    void what_is_wrong_with_one_of_several_events_says_which() {
        var wrong = assertThrows(InvalidAt.class, () -> read("trove", "[{\"type\":\"a\"},{\"type\":7}]"));

        assertEquals(1, wrong.events().get(0).index());
        assertEquals("/1/type", wrong.events().get(0).invalid().pointer());
        assertEquals(1, Problem.of(wrong).facts().get("index"));
    }

    @Test
    void every_event_that_is_wrong_is_named_up_to_a_bound() {
        var wrong = assertThrows(InvalidAt.class, () -> read("trove", "[{\"type\":7},{\"type\":\"a\"},{\"id\":1}]"));
        assertEquals(
                List.of(0, 2),
                wrong.events().stream().map(InvalidAt.Event::index).toList());
        assertEquals(2, ((List<?>) Problem.of(wrong).facts().get("invalid")).size());

        var many = "[" + "{},".repeat(InvalidAt.EVENTS_MAX) + "{}]";
        assertEquals(
                InvalidAt.EVENTS_MAX,
                assertThrows(InvalidAt.class, () -> read("trove", many))
                        .events()
                        .size());
    }

    @Test
    void what_is_wrong_with_the_only_event_is_said_of_the_event() {
        assertEquals(
                "/type",
                assertThrows(Invalid.class, () -> read("trove", "{\"type\":7}")).pointer());
    }

    @Test
    void an_open_entity_type_is_the_one_first_recorded() {
        var drafts = read("datacollect", "{\"guid\":\"1\",\"entityGuid\":\"known\",\"type\":\"approve\"}");

        assertEquals("household", drafts.get(0).entity().type());
    }

    @Test
    void an_open_entity_type_may_come_with_the_same_request() {
        var drafts = read("datacollect", """
                [{"guid":"1","entityGuid":"new","type":"create-individual"},
                {"guid":"2","entityGuid":"new","type":"approve"}]""");

        assertEquals("individual", drafts.get(1).entity().type());
        assertEquals("approve", drafts.get(1).type());
    }

    @Test
    void an_open_entity_type_of_which_nothing_is_recorded_is_refused() {
        assertThrows(
                Invalid.class,
                () -> read("datacollect", "{\"guid\":\"1\",\"entityGuid\":\"unknown\",\"type\":\"approve\"}"));
        assertThrows(Invalid.class, () -> read("datacollect", "{\"guid\":\"1\",\"type\":\"approve\"}"));
    }

    private static List<Draft> read(String dialect, String body) {
        return new Drafts(
                        Dialects.named(dialect).orElseThrow(),
                        false,
                        Limits.DEFAULT,
                        id -> id.equals("known") ? Optional.of("household") : Optional.empty())
                .of(Body.of(Json.parse(body.getBytes(StandardCharsets.UTF_8))));
    }
}
