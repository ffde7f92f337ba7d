package io.trove.api;

import static io.trove.api.Ask.json;
import static io.trove.api.Ask.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.trove.event.Json;
import io.trove.server.Shared;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToolsIT {

    private final Ask ask = Ask.freshLedger(Shared.onDerby());
    private final String tools = ask.events().replace("/events", "/tools");

    @Test
    void every_tool_has_a_schema_and_can_be_called() {
        var listed = json(ask.get(tools)).member("tools").orElseThrow().items();

        assertEquals(List.of("\"entity.create\"", "\"event.emit\"", "\"event.query\""), names(listed));
        for (var tool : listed) {
            assertEquals(
                    "object", tool.at("/inputSchema/type").flatMap(Json::text).orElseThrow());
        }
    }

    @Test
    void an_agent_finds_what_it_emitted() {
        assertEquals(
                201,
                call("event.emit", "{\"eventType\":\"order.paid\",\"entityId\":\"o-1\",\"payload\":{\"n\":1}}")
                        .statusCode());
        call("event.emit", "{\"eventType\":\"order.paid\",\"entityId\":\"o-2\"}");
        call("event.emit", "{\"eventType\":\"order.sent\",\"entityId\":\"o-1\",\"createdAt\":1000}");

        var one = call("event.query", "{\"eventType\":\"order.*\",\"entityId\":\"o-1\",\"since\":2000,\"limit\":5}");

        assertEquals(1, items(one).size(), one.body());
        assertEquals("order.paid", text(one, "/items/0/eventType"));
        assertEquals("{\"n\":1}", json(one).at("/items/0/payload").orElseThrow().toString());
        assertEquals(2, items(call("event.query", "{\"entityId\":\"o-1\"}")).size());
        var first = call("event.query", "{\"eventType\":\"order.*\",\"limit\":2}");
        var rest = call(
                "event.query", "{\"eventType\":\"order.*\",\"limit\":2,\"cursor\":\"" + text(first, "/next") + "\"}");
        assertEquals(1, items(rest).size(), rest.body());
    }

    @Test
    void an_entity_is_created_once() {
        var named = call("entity.create", "{\"entityTypeSlug\":\"order\",\"entityId\":\"o-9\",\"payload\":{}}");
        var again = call("entity.create", "{\"entityTypeSlug\":\"order\",\"entityId\":\"o-9\",\"payload\":{}}");
        var unnamed = call("entity.create", "{\"entityTypeSlug\":\"order\"}");
        var other = call("entity.create", "{\"entityTypeSlug\":\"order\"}");

        assertEquals(201, named.statusCode(), named.body());
        assertEquals(409, again.statusCode());
        assertEquals(201, unnamed.statusCode(), unnamed.body());
        assertNotEquals(text(unnamed, "/entity/id"), text(other, "/entity/id"));
        assertEquals(
                422, call("entity.create", "{\"eventType\":\"order.made\"}").statusCode());
    }

    @Test
    void an_entity_whose_creation_is_sent_again_under_its_key_is_the_same() {
        var body = "{\"entityTypeSlug\":\"order\"}";
        var first = ask.server()
                .send(ask.post(tools + "/entity.create", body)
                        .header("Idempotency-Key", "k")
                        .build());
        var again = ask.server()
                .send(ask.post(tools + "/entity.create", body)
                        .header("Idempotency-Key", "k")
                        .build());

        assertEquals(201, first.statusCode(), first.body());
        assertEquals(first.body(), again.body());
    }

    @Test
    void a_question_that_is_not_understood_is_refused() {
        assertEquals(422, call("event.query", "{\"wish\":1}").statusCode());
        assertEquals(400, call("event.query", "{\"limit\":1001}").statusCode());
        assertEquals(422, call("event.query", "[]").statusCode());
        assertEquals(422, call("event.emit", "{}").statusCode());
    }

    private HttpResponse<String> call(String tool, String body) {
        return ask.server().post(tools + "/" + tool, body);
    }

    private static List<Json> items(HttpResponse<String> page) {
        return json(page).member("items").orElseThrow().items();
    }

    private static List<String> names(List<Json> listed) {
        return listed.stream()
                .map(tool -> tool.member("name").orElseThrow().toString())
                .toList();
    }
}
