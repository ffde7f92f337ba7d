package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Draft;
import io.trove.event.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoWorldsTest {

    private final List<Json> events = DemoWorlds.events();

    @Test
    void there_are_a_few_thousand_events_of_all_four_worlds() {
        assertTrue(events.size() > 2_000 && events.size() < 5_000, events.size() + " events");
        Set<String> worlds = new HashSet<>();
        events.forEach(event -> worlds.add(text(event, "/entity/type")));
        assertEquals(Set.of("document", "session", "account", "household"), worlds);
    }

    @Test
    void they_are_the_same_each_time_and_can_be_appended() {
        assertEquals(events, DemoWorlds.events());
        events.forEach(Draft::of);
    }

    @Test
    void a_link_leads_to_an_event_before() {
        Set<String> before = new HashSet<>();
        for (Json event : events) {
            event.member("links")
                    .map(Json::items)
                    .orElse(List.of())
                    .forEach(link -> assertTrue(before.contains(text(link, "/targetEvent/id")), event.toString()));
            assertTrue(before.add(text(event, "/id/id")));
        }
    }

    @Test
    void each_kind_of_event_has_a_schema_that_tells_what_it_makes_of_its_entity() {
        Set<String> types = new HashSet<>();
        events.forEach(event -> types.add(text(event, "/type")));
        types.remove("entity.linked");
        assertEquals(types, DemoSchemas.all().keySet());
        DemoSchemas.all()
                .forEach((type, schema) -> assertTrue(
                        schema.member("fold").isPresent()
                                || schema.member("merge").isPresent(),
                        type));
    }

    private static String text(Json json, String pointer) {
        return json.at(pointer).flatMap(Json::text).orElseThrow();
    }
}
