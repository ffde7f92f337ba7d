package io.trove.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"vehicle\":{\"id\":\"a\"},\"vehicles\":[{\"id\":\"b\"}],\"vehicleId\":\"c\"}      | a",
                "{\"vehicles\":[{\"id\":\"b\"}],\"vehicleId\":\"c\",\"vehicleIds\":[\"d\"]}          | b",
                "{\"vehicle\":\"none\",\"vehicles\":[],\"vehicleId\":\"c\",\"vehicleIds\":[\"d\"]}   | c",
                "{\"vehicleIds\":[\"d\",\"d\"]}                                                      | d"
            })
    void a_target_is_named_by_the_first_field_that_is_there(String payload, String id) {
        assertEquals(List.of(id), ids(Targets.named(sold(payload), false)));
    }

    @Test
    void an_array_gives_an_event_of_each_only_when_asked() {
        var event = sold("{\"vehicles\":[{\"id\":\"a\"},{\"id\":\"b\"}]}");

        assertEquals(List.of("a", "b"), ids(Targets.named(event, true)));
        assertEquals("/payload/vehicles", refused(event, false).pointer());
    }

    @Test
    void several_events_cannot_share_an_id() {
        var event = json("{\"id\":{\"id\":\"e\"},"
                + sold("{\"vehicleIds\":[\"a\",\"b\"]}").toString().substring(1));

        assertEquals("/id", refused(event, true).pointer());
    }

    @Test
    void a_target_without_a_usable_id_is_refused_where_it_stands() {
        assertEquals(
                "/payload/vehicles/1/id",
                refused(sold("{\"vehicles\":[{\"id\":\"a\"},{}]}"), true).pointer());
        assertEquals(
                "/payload/vehicleId", refused(sold("{\"vehicleId\":7}"), true).pointer());
        assertEquals("/entity/id", refused(sold("{}"), true).pointer());
    }

    @Test
    void an_event_that_names_its_entity_or_is_of_its_producers_type_stays_as_it_is() {
        var named = json("""
                {"type":"vehicle.sold","cause":{"entity":{"type":"dealer"}},"entity":{"id":"x"},"payload":{"vehicleId":"y"}}""");
        var own = json("{\"type\":\"dealer.moved\",\"cause\":{\"entity\":{\"type\":\"dealer\"}}}");

        assertEquals(List.of(named), Targets.named(named, false));
        assertEquals(List.of(own), Targets.named(own, false));
    }

    @Test
    void what_has_no_cause_or_is_no_event_is_left_to_others() {
        for (var text : List.of("7", "{}", "{\"type\":7,\"cause\":7}", "{\"type\":\"a.b\"}")) {
            assertTrue(Targets.named(json(text), false).contains(json(text)));
        }
    }

    private static Json sold(String payload) {
        return json(
                "{\"type\":\"vehicle.sold\",\"cause\":{\"entity\":{\"type\":\"dealer\"}},\"payload\":" + payload + "}");
    }

    private static Invalid refused(Json event, boolean each) {
        return assertThrows(Invalid.class, () -> Targets.named(event, each));
    }

    private static List<String> ids(List<Json> events) {
        return events.stream()
                .map(event -> event.at("/entity/id").flatMap(Json::text).orElseThrow())
                .toList();
    }

    private static Json json(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
