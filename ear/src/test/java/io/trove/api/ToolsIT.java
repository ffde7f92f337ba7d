package io.trove.api;

import static io.trove.api.Ask.json;
import static io.trove.api.Ask.parsed;
import static io.trove.api.Ask.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.trove.event.Json;
import io.trove.jsonschema.JsonSchema;
import io.trove.jsonschema.References;
import io.trove.server.Shared;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** An agent's framework lets through what the schema has, and nothing else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'eventType':'t.a','entityId':'e','payload':null,'more':[1]}",
                "{'eventType':'t'}",
                "{'eventType':'.a','entityTypeSlug':'t'}",
                "{'eventType':'.a'}",
                "{'eventType':'%1$s%1$s%1$s'}",
                "{'eventType':'%1$s%1$s%1$s','entityTypeSlug':'t'}",
                "{}",
                "[]",
                "null",
                "{'eventType':7}",
                "{'eventType':''}",
                "{'eventType':'t.a '}",
                "{'eventType':'t.a\\u0001'}",
                "{'eventType':'t.a\\u0085b'}",
                "{'eventType':' t.é'}",
                "{'eventType':'t.a','entityId':null}",
                "{'eventType':'t.a','entityId':'e '}",
                "{'eventType':'t.a','entityTypeSlug':'t\\t'}",
                "{'eventType':'t.a','actorId':'admin'}",
                "{'eventType':'t.a','actorType':'user'}",
                "{'eventType':'t.a','actorId':null,'actorType':'user'}",
                "{'eventType':'t.a','actorId':'admin','actorType':'user'}",
                "{'eventType':'t.a','createdAt':1710498600123}",
                "{'eventType':'t.a','createdAt':-1}",
                "{'eventType':'t.a','createdAt':1.5}",
                "{'eventType':'t.a','createdAt':1e18}",
                "{'eventType':'t.a','createdAt':253402300799999}",
                "{'eventType':'t.a','createdAt':253402300800000}",
                "{'eventType':'t.a','createdAt':-62167219200000}",
                "{'eventType':'t.a','createdAt':-62167219200001}",
                "{'eventType':'t.a','createdAt':'2024-03-15T10:30:00Z'}",
                "{'eventType':'t.a','_trove':5}",
                "{'eventType':'t.a','_trove':{'message':'m'}}",
                "{'eventType':'t.a','_trove':{'position':1}}",
                "{'eventType':'t.a','position':1}"
            })
    void the_schema_says_what_event_emit_takes(String body) {
        assertAgreed("event.emit", body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'entityTypeSlug':'book'}",
                "{'entityTypeSlug':'a.b','payload':[1],'other':1}",
                "{'entityTypeSlug':'book','entityId':'%1$s'}",
                "{'entityTypeSlug':'%1$s%1$s%1$s'}",
                "{}",
                "{'entityId':'x'}",
                "{'entityTypeSlug':''}",
                "{'entityTypeSlug':'book '}",
                "{'entityTypeSlug':'book','entityId':5}",
                "{'entityTypeSlug':'book','entityId':'x '}",
                "{'entityTypeSlug':'book','eventType':'book.created'}",
                "{'entityTypeSlug':'book','eventType':null}",
                "{'entityTypeSlug':'book','createdAt':1e18}",
                "{'entityTypeSlug':'book','actorId':'admin'}",
                "{'entityTypeSlug':'book','_trove':[]}",
                "5"
            })
    void the_schema_says_what_entity_create_takes(String body) {
        assertAgreed("entity.create", body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'eventType':'t.*','limit':1}",
                "{'eventType':['t.a','t.*']}",
                "{'eventType':[]}",
                "{'eventType':[7]}",
                "{'eventType':7}",
                "{'eventType':''}",
                "{'eventType':'a '}",
                "{'entityId':['a','b'],'entityTypeSlug':['t']}",
                "{'entityId':null}",
                "{'since':1710498600123}",
                "{'since':-5}",
                "{'since':1.5}",
                "{'since':1e18}",
                "{'since':null}",
                "{'since':[1]}",
                "{'since':'1710498600123'}",
                "{'since':'2024-03-15T10:30:00Z'}",
                "{'since':'2024-03-15T10:30:00.123456+01:00'}",
                "{'since':'2024-02-30T10:30:00Z'}",
                "{'since':'2024-03-15T24:00:00Z'}",
                "{'since':'2024-03-15t10:30:00z'}",
                "{'since':'2024-03-15'}",
                "{'since':'yesterday'}",
                "{'limit':1000}",
                "{'limit':1001}",
                "{'limit':0}",
                "{'limit':1.0}",
                "{'limit':'5'}",
                "{'cursor':5}",
                "{'order':'asc'}",
                "[]"
            })
    void the_schema_says_what_event_query_takes(String body) {
        assertAgreed("event.query", body);
    }

    @ParameterizedTest
    @CsvSource({"application/vnd.trove.struere+json,201", "application/vnd.trove.common+json,415", "text/plain,415"})
    void a_body_is_of_struere(String type, int status) {
        var answer = ask.server()
                .send(ask.server()
                        .request(tools + "/event.emit")
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString("{\"eventType\":\"t.a\"}"))
                        .build());

        assertEquals(status, answer.statusCode(), answer.body());
    }

    @Test
    void a_question_that_is_not_understood_is_refused() {
        assertEquals(422, call("event.query", "{\"wish\":1}").statusCode());
        assertEquals(400, call("event.query", "{\"limit\":1001}").statusCode());
        assertEquals(422, call("event.query", "[]").statusCode());
        assertEquals(422, call("event.emit", "{}").statusCode());
    }

    private void assertAgreed(String tool, String quoted) {
        var body = quoted.formatted("x".repeat(50)).replace('\'', '"');
        var schema = json(ask.get(tools)).member("tools").orElseThrow().items().stream()
                .filter(each ->
                        each.member("name").flatMap(Json::text).orElseThrow().equals(tool))
                .map(each -> each.member("inputSchema").orElseThrow())
                .map(each -> JsonSchema.of(each, References.none()))
                .findFirst()
                .orElseThrow();
        var answer = call(tool, body);

        var wanted = schema.accepts(parsed(body)) ? 2 : 4;
        assertEquals(wanted, answer.statusCode() / 100, () -> body + " " + answer.body());
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
