package io.trove.api;

import static io.trove.api.Ask.header;
import static io.trove.api.Ask.json;
import static io.trove.api.Ask.number;
import static io.trove.api.Ask.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.server.Server;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What appending several events and conditions promises over HTTP, whatever the database. */
abstract class AppendContract {

    private Ask ask;

    abstract Server server();

    @BeforeEach
    void open_a_ledger() {
        ask = Ask.freshLedger(server());
    }

    @Test
    void several_events_are_answered_in_their_order() {
        for (var body : new String[] {
            "[{\"type\":\"a.x\",\"entity\":{\"id\":\"1\"}},{\"type\":\"a.y\",\"entity\":{\"id\":\"1\"}}]",
            "{\"events\":[{\"type\":\"a.x\",\"entity\":{\"id\":\"2\"}},{\"type\":\"a.y\",\"entity\":{\"id\":\"2\"}}]}"
        }) {
            var answer = ask.append(body);

            assertEquals(201, answer.statusCode(), answer.body());
            assertEquals(1, number(answer, "/events/0/entity/version"));
            assertEquals(2, number(answer, "/events/1/entity/version"));
            assertEquals(number(answer, "/events/0/position") + 1, number(answer, "/events/1/position"));
        }
    }

    @Test
    void lines_are_appended_all_or_none() {
        assertEquals(
                201,
                sent("application/x-ndjson", "{\"type\":\"a.x\"}\n{\"type\":\"a.y\"}\n")
                        .statusCode());

        var broken = sent("application/x-ndjson", "{\"type\":\"a.x\"}\n{\"type\":7}\n");
        var malformed = sent("application/x-ndjson", "{\"type\":\"a.x\"}\n{\"type\":}\n");

        assertEquals(422, broken.statusCode(), broken.body());
        assertEquals(1, number(broken, "/index"));
        assertEquals(2, number(broken, "/line"));
        assertEquals(400, malformed.statusCode());
        assertEquals(2, number(malformed, "/line"));
        assertEquals(
                3,
                json(ask.get(ask.events())).at("/items").orElseThrow().items().size());
    }

    @Test
    void the_same_batch_sent_twice_under_a_key_has_one_effect() {
        var batch = "[{\"type\":\"a.x\"},{\"type\":\"a.y\"}]";
        var first = ask.appendWithKey("k", batch);
        var again = ask.appendWithKey("k", batch);

        assertEquals(first.body(), again.body());
        assertEquals("true", header(again, "Idempotency-Replayed"));
        assertEquals(
                409,
                ask.appendWithKey("k", "[{\"type\":\"a.y\"},{\"type\":\"a.x\"}]")
                        .statusCode());
    }

    @Test
    void a_batch_may_expect_versions_of_entities_it_does_not_write_to() {
        ask.append("{\"type\":\"a.x\",\"entity\":{\"id\":\"1\"}}");

        assertEquals(201, expecting("{\"type\":\"a\",\"id\":\"1\"}", "1").statusCode());
        assertEquals(
                201, expecting("{\"type\":\"a\",\"id\":\"1\"}", "\"exists\"").statusCode());
        assertEquals(201, expecting("{\"type\":\"a\",\"id\":\"2\"}", "\"none\"").statusCode());
        var conflict = expecting("{\"type\":\"a\",\"id\":\"1\"}", "7");
        assertEquals(409, conflict.statusCode());
        assertEquals(1, number(conflict, "/actual"));
        assertEquals(7, number(conflict, "/expected"));
        assertEquals("none", text(expecting("{\"type\":\"a\",\"id\":\"1\"}", "\"none\""), "/expected"));
        assertEquals("exists", text(expecting("{\"type\":\"a\",\"id\":\"3\"}", "\"exists\""), "/expected"));
        assertEquals(422, expecting("{\"type\":\"a\"}", "7").statusCode());
        assertEquals(
                422,
                ask.append("{\"events\":[{\"type\":\"b.x\"}],\"sometimes\":{}}").statusCode());
    }

    @Test
    void more_than_a_thousand_events_or_sixteen_mebibytes_are_refused_by_name() {
        var many = IntStream.range(0, 1_001).mapToObj(i -> "{\"type\":\"a.x\"}").collect(Collectors.joining(","));
        var tooMany = ask.append("[" + many + "]");
        var tooManyLines = sent("application/x-ndjson", many.replace("},", "}\n"));
        var tooLarge = ask.append("{\"type\":\"a.x\",\"payload\":\"" + "x".repeat(17 << 20) + "\"}");
        var largeEvent =
                ask.append("[{\"type\":\"a.x\"},{\"type\":\"a.x\",\"payload\":\"" + "x".repeat(1 << 20) + "\"}]");

        assertEquals(413, tooMany.statusCode());
        assertEquals("events", text(tooMany, "/limit"));
        assertEquals(413, tooManyLines.statusCode());
        assertEquals(413, tooLarge.statusCode());
        assertEquals(413, largeEvent.statusCode());
        assertEquals(1, number(largeEvent, "/index"));
    }

    @Test
    void an_event_belongs_to_the_trace_of_its_request_unless_it_says_another() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var body =
                "[{\"type\":\"a.x\",\"id\":{\"id\":\"1\"}},{\"type\":\"a.x\",\"id\":{\"id\":\"2\"},\"trace\":{\"traceId\":\"own\"}}]";
        server().send(ask.post(ask.events(), body)
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .build());

        assertEquals(trace, text(ask.get(ask.events() + "/1"), "/trace/traceId"));
        assertEquals("own", text(ask.get(ask.events() + "/2"), "/trace/traceId"));
    }

    @Test
    void a_cross_type_event_finds_its_target_in_its_payload() {
        var sold = "{\"type\":\"vehicle.sold\",\"cause\":{\"entity\":{\"type\":\"dealer\"}},\"payload\":%s}";
        var one = ask.append(sold.formatted("{\"vehicleId\":\"v\"}"));
        var several = sold.formatted("{\"vehicles\":[{\"id\":\"v\"},{\"id\":\"w\"}]}");
        var each = server().post(ask.events() + "?each=true", several);

        assertEquals("v", text(one, "/entity/id"), one.body());
        assertEquals(422, ask.append(several).statusCode());
        assertEquals(2, number(each, "/events/0/entity/version"), each.body());
        assertEquals("w", text(each, "/events/1/entity/id"));
        assertTrue(text(ask.append(sold.formatted("{}")), "/detail").contains("vehicleIds"));
    }

    @Test
    void a_request_is_the_same_whatever_its_targets_are_by_now() {
        ask.append("{\"type\":\"trip.created\",\"entity\":{\"id\":\"t\"},\"payload\":{\"vehicleId\":\"v\"}}");
        var moved = "{\"type\":\"vehicle.moved\",\"cause\":{\"entity\":{\"type\":\"trip\",\"id\":\"t\"}}%s}";
        var named = moved.formatted(",\"id\":{\"id\":\"m\"}");
        var keyed = ask.appendWithKey("k", moved.formatted(""));
        var each = each("l", moved.formatted(""));
        var byId = ask.append(named);
        assertEquals("v", text(keyed, "/entity/id"), keyed.body());

        for (var now : new String[] {
            "\"vehicleId\":\"w\"", "\"vehicleId\":null,\"vehicleIds\":[\"w\",\"x\"]", "\"vehicleIds\":null"
        }) {
            ask.append("{\"type\":\"trip.updated\",\"entity\":{\"id\":\"t\"},\"payload\":{" + now + "}}");

            assertEquals(
                    keyed.body(), ask.appendWithKey("k", moved.formatted("")).body(), now);
            assertEquals(each.body(), each("l", moved.formatted("")).body(), now);
            assertEquals(byId.body(), ask.append(named).body(), now);
        }
        assertEquals(422, ask.append(moved.formatted("")).statusCode());
    }

    @Test
    void a_producer_is_found_by_what_its_system_calls_it() {
        var trip = "{\"type\":\"trip.created\",\"entity\":{\"id\":\"t\"},\"payload\":{\"vehicleId\":\"v\"}}";
        var first = text(ask.append(trip), "/id/id");
        var moved = "{\"type\":\"vehicle.moved\",\"_createdBy\":\"trip\",\"_createdById\":\"%s\"}";

        var answer = consequent(moved.formatted(first));
        assertEquals("v", text(answer, "/entity/id"), answer.body());
        assertEquals(422, consequent(moved.formatted("nobody")).statusCode());
        assertEquals(422, consequent(moved.formatted(text(answer, "/id/id"))).statusCode(), "a vehicle's");
    }

    private HttpResponse<String> consequent(String body) {
        return sent("application/vnd.trove.consequent+json", body);
    }

    private HttpResponse<String> each(String key, String body) {
        return server().send(ask.post(ask.events() + "?each=true", body)
                .header("Idempotency-Key", key)
                .build());
    }

    private HttpResponse<String> expecting(String entity, String version) {
        return ask.append("{\"events\":[{\"type\":\"b.x\"}],\"expect\":[{\"entity\":" + entity + ",\"version\":"
                + version + "}]}");
    }

    private HttpResponse<String> sent(String contentType, String body) {
        return server().send(server().request(ask.events())
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body))
                .build());
    }
}
