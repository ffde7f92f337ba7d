package io.trove.api;

import static io.trove.api.Ask.header;
import static io.trove.api.Ask.json;
import static io.trove.api.Ask.number;
import static io.trove.api.Ask.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.server.Server;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What changing a schema promises over HTTP, whatever the database. */
abstract class SchemaChangesContract {

    private static final String TITLED =
            "{\"schema\":{\"type\":\"object\",\"required\":[\"title\"],\"properties\":{\"title\":{\"type\":\"string\"}}},"
                    + "\"indexBy\":[\"author\"],\"examples\":[{\"title\":\"T\"}],\"description\":\"A document came in\"}";
    private static final String GOOD =
            "{\"type\":\"document.uploaded\",\"payload\":{\"title\":\"Annual Report\",\"author\":\"Jane\"}}";
    private static final String BAD = "{\"type\":\"document.uploaded\",\"payload\":{\"title\":7}}";

    /** So many lifts of a tenth of a second or so that a page cannot have all of them. */
    private static final int COSTLY = 30;

    private Ask ask;

    abstract Server server();

    @BeforeEach
    void open_a_ledger() {
        ask = Ask.freshLedger(server());
    }

    @Test
    void a_version_that_breaks_the_one_before_is_refused_with_a_counter_example() {
        put("document.uploaded", "1.0", TITLED);
        var narrower = "{\"schema\":{\"type\":\"object\",\"required\":[\"title\",\"author\"]}}";
        var asked = send("POST", schemas() + "/document.uploaded/compatibility", "application/json", narrower);
        assertEquals(200, asked.statusCode(), asked.body());
        assertEquals(Json.of(false), json(asked).at("/compatible").orElseThrow());
        var refused = put("document.uploaded", "1.1", narrower);
        assertEquals(409, refused.statusCode());
        assertEquals("urn:trove:problem:schema-incompatible", text(refused, "/type"));
        assertTrue(json(refused).at("/differences/0/counterExample").isPresent(), refused.body());
        var wider = "{\"schema\":{\"type\":\"object\"}}";
        var explained =
                send("POST", schemas() + "/document.uploaded/compatibility?explain=true", "application/json", wider);
        assertEquals("harmless", text(explained, "/differences/0/standing"), explained.body());
    }

    @Test
    void a_schema_is_tried_on_the_history_and_nothing_is_written() {
        ask.append("[" + GOOD + "," + BAD + "," + GOOD + "]");
        var lines = send("POST", schemas() + "/document.uploaded/dry-run", "application/json", TITLED)
                .body()
                .lines()
                .map(Ask::parsed)
                .toList();
        assertEquals(2, lines.size());
        assertEquals(
                "/payload/title",
                lines.get(0).at("/violations/0/pointer").flatMap(Json::text).orElseThrow());
        assertEquals(3, lines.get(1).at("/checked").orElseThrow().integer().orElseThrow());
        assertEquals(1, lines.get(1).at("/failed").orElseThrow().integer().orElseThrow());
        assertEquals(404, ask.get(schemas() + "/document.uploaded").statusCode());
    }

    @Test
    void a_payload_is_shown_as_the_latest_version_has_it() {
        put("document.uploaded", "1", "{\"schema\":true}");
        var address = header(ask.append(GOOD), "Location");
        put(
                "document.uploaded",
                "2",
                "{\"schema\":true,\"lift\":[{\"rename\":\"/title\",\"to\":\"name\"}],\"compatibility\":\"NONE\"}");
        var stored = ask.get(address);
        var shown = ask.get(address + "?as=latest");
        assertEquals("Annual Report", text(stored, "/payload/title"));
        assertEquals("Annual Report", text(shown, "/payload/name"));
        assertEquals("1", text(shown, "/view/lift/stored"));
        assertEquals("2", text(shown, "/schema/version"));
        assertTrue(header(shown, "ETag").startsWith("W/"), header(shown, "ETag"));
        assertTrue(!header(stored, "ETag").startsWith("W/"), header(stored, "ETag"));
        assertEquals("Annual Report", text(ask.get(ask.events() + "?type=document.*&as=2"), "/items/0/payload/name"));
        put("document.signed", "77", "{\"schema\":true}");
        var others = ask.get(address + "?as=77");
        assertEquals("the schema has no version 77", text(others, "/view/lift/refused"));
        assertEquals("77", text(others, "/view/lift/asked"));
    }

    @Test
    void a_version_that_no_schema_has_is_refused_and_not_overlooked() {
        put("document.uploaded", "1", "{\"schema\":true}");
        var address = header(ask.append(GOOD), "Location");
        for (String where : List.of(
                address + "?as=nope",
                ask.events() + "?as=nope",
                ask.events() + "?type=document.uploaded&as=",
                ask.events() + "/stream?as=nope")) {
            var refused = ask.get(where);
            assertEquals(404, refused.statusCode(), where);
            assertEquals("urn:trove:problem:schema-unknown", text(refused, "/type"), where);
        }
        assertEquals(200, ask.get(ask.events() + "?as=1").statusCode());
    }

    @Test
    void a_page_of_costly_lifts_ends_within_a_second_of_them_and_says_so_and_a_stream_goes_on() {
        put("document.uploaded", "1", "{\"schema\":true}");
        String costly = "{'found': [1, 2, 3, 4].filter(i, payload.text.contains(payload.sought)).size()}";
        put(
                "document.uploaded",
                "2",
                Json.object(Map.of("schema", true, "lift", costly, "compatibility", "NONE"))
                        .toString());
        String event = "{\"type\":\"document.uploaded\",\"schema\":{\"id\":\"document.uploaded\",\"version\":\"1\"},"
                + "\"payload\":{\"text\":\"%s\",\"sought\":\"%sb\"}}";
        for (int i = 0; i < COSTLY; i++) {
            ask.append(event.formatted("a".repeat(100_000), "a".repeat(500)));
        }
        var shown = ask.get(ask.events() + "?type=document.uploaded&as=latest");
        assertEquals(0, number(shown, "/items/0/payload/found"));
        var last = "/items/" + (COSTLY - 1);
        assertTrue(text(shown, last + "/view/lift/refused").contains("more than a second together"));
        assertEquals("1", text(shown, last + "/schema/version"));
        var lines = server().send(server().request(ask.events() + "?type=document.uploaded&order=asc&as=latest")
                .header("Accept", "application/x-ndjson")
                .GET()
                .build());
        assertEquals(COSTLY, lines.body().split("\"payload\":\\{\"found\":0}", -1).length - 1);
    }

    @Test
    void a_follower_and_a_tool_are_shown_the_latest_version_too_also_when_it_comes_later() {
        put("document.uploaded", "1", "{\"schema\":true}");
        ask.append(GOOD);
        try (var lines = followed("?after=-1&type=document.uploaded&as=latest")) {
            var data = lines.filter(line -> line.startsWith("data: ")).iterator();
            assertTrue(data.next().contains("\"title\":\"Annual Report\""));
            put(
                    "document.uploaded",
                    "2",
                    "{\"schema\":true,\"lift\":[{\"rename\":\"/title\",\"to\":\"name\"}],\"compatibility\":\"NONE\"}");
            ask.append(GOOD.replace(
                    ",\"payload\"", ",\"schema\":{\"id\":\"document.uploaded\",\"version\":\"1\"},\"payload\""));
            var lifted = Ask.parsed(data.next().substring("data: ".length()));
            assertEquals(
                    "{\"shown\":\"2\",\"stored\":\"1\"}",
                    lifted.at("/view/lift").orElseThrow().toString());
            assertEquals(
                    "Annual Report",
                    lifted.at("/payload/name").flatMap(Json::text).orElseThrow());
        }
        var found = send(
                "POST",
                ask.events().replace("/events", "/tools/event.query"),
                "application/json",
                "{\"eventType\":\"document.*\",\"as\":\"latest\"}");
        assertEquals("Annual Report", text(found, "/items/0/payload/name"), found.body());
        assertEquals("dialect=struere; as=latest", header(found, "Trove-View"));
    }

    private Stream<String> followed(String question) {
        try {
            return HttpClient.newHttpClient()
                    .send(server().request(ask.events() + "/stream" + question).build(), BodyHandlers.ofLines())
                    .body();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void details_without_a_version_are_advised_against_where_a_schema_is_registered() {
        put("note.kept", "1", "{\"schema\":true}");
        var kept = common("{\"eventType\":\"note.kept\",\"details\":7}");
        assertEquals(201, kept.statusCode(), kept.body());
        assertEquals("unversioned-details", text(kept, "/warnings/0/rule"), kept.body());
        var several = common(
                "[{\"eventType\":\"note.lost\",\"details\":7},{\"eventType\":\"note.kept\"},{\"eventType\":\"note.kept\",\"details\":7},"
                        + "{\"eventType\":\"note.kept\",\"details\":7,\"_trove\":{\"schema\":{\"id\":\"note.kept\",\"version\":\"1\"}}}]");
        var warnings = json(several).at("/warnings").orElseThrow().items();
        assertEquals(1, warnings.size(), several.body());
        assertEquals(2, number(several, "/warnings/0/index"));
        assertEquals("", text(ask.append("{\"type\":\"note.kept\",\"payload\":7}"), "/warnings/0/rule"));
    }

    @Test
    void an_import_tells_what_will_be_regretted_in_its_last_line_once_with_the_number_of_lines() {
        put("memo.kept", "1", "{\"schema\":true}");
        var lines = "{\"eventType\":\"memo.kept\",\"details\":7}\n".repeat(3)
                + "{\"eventType\":\"memo.lost\",\"details\":7}";
        var imported = server().send(server().request(ask.events() + "/import")
                .header("Content-Type", "application/vnd.trove.common+json")
                .header("Idempotency-Key", "memos")
                .POST(HttpRequest.BodyPublishers.ofString(lines))
                .build());
        var last = imported.body().lines().reduce((one, next) -> next).orElseThrow();
        assertTrue(last.contains("\"rule\":\"unversioned-details\""), last);
        assertTrue(last.contains("\"line\":1,\"lines\":3}],\"done\":true"), last);
    }

    @Test
    void a_type_without_a_schema_is_advised_on_once_in_a_request() {
        var event = "{\"type\":\"customer.update\"}";
        var first = send("POST", ask.events(), "application/json", '[' + event + ',' + event + ']');
        assertEquals(1, json(first).at("/warnings").orElseThrow().items().size(), first.body());
        assertEquals("vague-name", text(first, "/warnings/0/rule"), first.body());
        assertEquals(0, number(first, "/warnings/0/index"));
        assertEquals("vague-name", text(ask.append(event), "/warnings/0/rule"));
    }

    private HttpResponse<String> common(String body) {
        return send("POST", ask.events(), "application/vnd.trove.common+json", body);
    }

    @Test
    void what_will_be_regretted_is_said_in_the_answer() {
        var answer = put("document.update", "1", "{\"schema\":{\"properties\":{\"a\":true}}}");
        assertEquals(201, answer.statusCode(), answer.body());
        assertEquals("vague-name", text(answer, "/warnings/0/rule"));
    }

    private String schemas() {
        return "/api/" + ask.organization() + "/development/schemas";
    }

    private HttpResponse<String> put(String id, String version, String body) {
        return send("PUT", schemas() + "/" + id + "/versions/" + version, "application/json", body);
    }

    private HttpResponse<String> send(String method, String path, String type, String body) {
        return server().send(server().request(path)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body))
                .build());
    }
}
