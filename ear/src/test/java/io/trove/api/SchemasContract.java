package io.trove.api;

import static io.trove.api.Ask.header;
import static io.trove.api.Ask.json;
import static io.trove.api.Ask.number;
import static io.trove.api.Ask.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.server.Server;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the registry promises over HTTP, whatever the database. */
abstract class SchemasContract {

    private static final String TITLED =
            "{\"schema\":{\"type\":\"object\",\"required\":[\"title\"],\"properties\":{\"title\":{\"type\":\"string\"}}},"
                    + "\"indexBy\":[\"author\"],\"examples\":[{\"title\":\"T\"}],\"description\":\"A document came in\"}";
    private static final String GOOD =
            "{\"type\":\"document.uploaded\",\"payload\":{\"title\":\"Annual Report\",\"author\":\"Jane\"}}";
    private static final String BAD = "{\"type\":\"document.uploaded\",\"payload\":{\"title\":7}}";

    private Ask ask;

    abstract Server server();

    @BeforeEach
    void open_a_ledger() {
        ask = Ask.freshLedger(server());
    }

    @Test
    void a_registered_version_is_read_as_it_was_registered() {
        var put = put("document.uploaded", "1.0", TITLED);
        assertEquals(201, put.statusCode(), put.body());
        var read = ask.get(header(put, "Location"));
        assertTrue(
                json(put).members().entrySet().containsAll(json(read).members().entrySet()), put.body());
        assertEquals("enabled", text(read, "/status"));
        assertEquals("string", text(read, "/schema/properties/title/type"));
        assertEquals("author", text(read, "/indexBy/0"));
        assertEquals(json(read), json(ask.get(schemas() + "/document.uploaded")));
        assertEquals(json(read), json(ask.get(schemas() + "/document.uploaded/versions/latest")));
    }

    @Test
    void a_version_that_is_known_and_has_not_changed_is_not_sent_again() {
        put("note", "1", "{\"schema\":{\"type\":\"string\"}}");
        var tag = header(ask.get(schemas() + "/note"), "ETag");
        assertEquals(304, conditional(tag).statusCode());
        send("PATCH", schemas() + "/note/versions/1", "application/json", "{\"description\":\"A note\"}");
        var changed = conditional(tag);
        assertEquals(200, changed.statusCode());
        assertEquals(304, conditional(header(changed, "ETag")).statusCode());
    }

    private HttpResponse<String> conditional(String tag) {
        return ask.server()
                .send(ask.server()
                        .request(schemas() + "/note")
                        .header("If-None-Match", tag)
                        .build());
    }

    @Test
    void the_same_content_again_is_there_already_and_another_is_refused() {
        put("note", "1", "{\"schema\":{\"type\":\"string\"}}");
        assertEquals(200, put("note", "1", "{\"schema\":{\"type\":\"string\"}}").statusCode());
        var other = put("note", "1", "{\"schema\":{\"type\":\"number\"}}");
        assertEquals(409, other.statusCode());
        assertEquals("urn:trove:problem:schema-taken", text(other, "/type"));
    }

    @Test
    void a_schema_may_be_sent_bare_and_gets_the_next_version() {
        var first = send("POST", schemas() + "/note/versions", "application/schema+json", "{\"type\":\"string\"}");
        var second = send("POST", schemas() + "/note/versions", "application/json", "{\"schema\":true}");
        var named =
                send("POST", schemas() + "/note/versions", "application/json", "{\"schema\":true,\"version\":\"7\"}");
        assertEquals(
                List.of("1", "2", "7"),
                List.of(text(first, "/version"), text(second, "/version"), text(named, "/version")));
        var page = ask.get(schemas() + "/note/versions?limit=2");
        assertEquals("7", text(page, "/items/0/version"));
        assertEquals("2", text(page, "/items/1/version"));
        var rest = ask.get(schemas() + "/note/versions?limit=2&cursor=" + text(page, "/next"));
        assertEquals("1", text(rest, "/items/0/version"));
        assertEquals("", text(rest, "/next"));
    }

    @Test
    void schemas_are_listed_by_id_page_by_page() {
        for (var id : List.of("c", "a/b", "b")) {
            put(id, "1", "{\"schema\":true}");
        }
        var page = ask.get(schemas() + "?limit=2");
        assertEquals("a/b", text(page, "/items/0/id"));
        assertEquals("b", text(page, "/items/1/id"));
        assertEquals("c", text(ask.get(schemas() + "?limit=2&cursor=" + text(page, "/next")), "/items/0/id"));
        assertTrue(ask.get(schemas() + "?system=true").body().contains("schema.registered"));
        var refused = ask.get(schemas() + "?cursor=nonsense");
        assertEquals("urn:trove:problem:cursor-refused", text(refused, "/type"));
        var elsewhere = ask.get(schemas() + "/c/versions?cursor=" + text(page, "/next"));
        assertEquals("urn:trove:problem:cursor-stale", text(elsewhere, "/type"));
        var forged = text(page, "/next").replaceFirst("^.{6}", "bjEKaa");
        assertEquals(400, ask.get(schemas() + "?cursor=" + forged).statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "https://json-schema.org/draft/2020-12/schema, prefixItems, items",
        "https://json-schema.org/draft/2019-09/schema, items, additionalItems",
        "http://json-schema.org/draft-07/schema#, items, additionalItems"
    })
    void each_draft_has_its_own_words(String draft, String first, String rest) {
        var tuple = "{\"schema\":{\"$schema\":\"%s\",\"type\":\"array\",\"%s\":[{\"type\":\"string\"}],\"%s\":false}}";
        assertEquals(201, put("pair", "1", tuple.formatted(draft, first, rest)).statusCode());
        assertEquals(201, ask.append("{\"type\":\"pair\",\"payload\":[\"a\"]}").statusCode());
        var refused = ask.append("{\"type\":\"pair\",\"payload\":[\"a\",\"b\"]}");
        assertEquals(422, refused.statusCode());
        assertEquals(rest, text(refused, "/violations/0/keyword"), refused.body());
        assertEquals(draft, text(ask.get(schemas() + "/pair"), "/schema/$schema"));
    }

    @Test
    void an_event_that_does_not_conform_is_refused_with_every_violation() {
        put("document.uploaded", "1.0", TITLED);
        var refused = ask.append("[" + GOOD + "," + BAD + "]");
        assertEquals(422, refused.statusCode(), refused.body());
        assertEquals("urn:trove:problem:schema-violated", text(refused, "/type"));
        assertEquals(1, number(refused, "/index"));
        assertEquals("/payload/title", text(refused, "/violations/0/pointer"));
        assertEquals("type", text(refused, "/violations/0/keyword"));
        assertEquals("#/properties/title/type", text(refused, "/violations/0/schemaLocation"));
        assertEquals("a string", text(refused, "/violations/0/wanted"));
    }

    @Test
    void an_event_says_its_schema_and_is_found_by_what_the_schema_indexes() {
        put("document.uploaded", "1.0", TITLED);
        var receipt = ask.append(GOOD);
        assertEquals(201, receipt.statusCode(), receipt.body());
        assertEquals("1.0", text(ask.get(header(receipt, "Location")), "/schema/version"));
        assertEquals("Annual Report", text(ask.get(ask.events() + "?index.author=Jane"), "/items/0/payload/title"));
    }

    @Test
    void what_is_beside_the_content_changes_by_events() {
        var address = header(put("document.uploaded", "1.0", TITLED), "Location");
        var changed = send(
                "PATCH",
                address,
                "application/merge-patch+json",
                "{\"status\":\"disabled\",\"description\":\"Old\",\"compatibility\":\"FULL\"}");
        assertEquals(200, changed.statusCode(), changed.body());
        assertEquals("disabled", text(changed, "/status"));
        assertEquals("Old", text(changed, "/description"));
        assertEquals("FULL", text(changed, "/compatibility"));
        assertEquals(json(changed), json(ask.get(address)));
        assertEquals(201, ask.append(BAD).statusCode());
        var events = ask.get(ask.events() + "?type=schema.*&order=asc");
        assertEquals(4, json(events).at("/items").map(Json::items).orElseThrow().size());
        assertEquals("admin", text(events, "/items/0/actor/id"));
        assertEquals(
                422,
                send("PATCH", address, "application/json", "{\"schema\":true}").statusCode());
        assertEquals(
                404,
                send("PATCH", address + "9", "application/json", "{\"status\":\"draft\"}")
                        .statusCode());
    }

    @Test
    void a_ledger_may_require_schemas() {
        var settings = "/api/" + ask.organization() + "/development/settings";
        assertEquals("optional", text(ask.get(settings), "/schemas"));
        assertEquals(
                200,
                send("PATCH", settings, "application/json", "{\"schemas\":\"required\"}")
                        .statusCode());
        assertEquals("urn:trove:problem:schema-required", text(ask.append(BAD), "/type"));
        assertEquals("required", text(ask.get(settings), "/schemas"));
        for (var wrong :
                List.of("{\"schemas\":\"maybe\"}", "{\"schema\":\"required\"}", "{\"compatibility\":\"SOME\"}")) {
            var refused = send("PATCH", settings, "application/json", wrong);
            assertEquals(422, refused.statusCode());
            assertEquals("urn:trove:problem:setting-refused", text(refused, "/type"));
        }
    }

    @Test
    void what_is_no_schema_is_refused() {
        var refused = put("note", "1", "{\"schema\":{\"type\":\"text\"}}");
        assertEquals(422, refused.statusCode());
        assertEquals("/schema/type", text(refused, "/violations/0/pointer"));
        assertEquals(422, put("note", "latest", "{\"schema\":true}").statusCode());
        assertEquals(422, put("note", "1", "{\"scheme\":true}").statusCode());
        assertEquals(404, ask.get(schemas() + "/nothing").statusCode());
        var fetching = put("note", "1", "{\"schema\":{\"$ref\":\"https://example.com/a.json\"}}");
        assertTrue(text(fetching, "/detail").contains("refers to https://example.com/a.json"), fetching.body());
    }

    @Test
    void troves_own_ledgers_take_no_schema() {
        var answer = send(
                "PUT",
                "/api/" + ask.organization() + "/system/schemas/a/versions/1",
                "application/json",
                "{\"schema\":true}");
        assertEquals(403, answer.statusCode());
    }

    private String schemas() {
        return "/api/" + ask.organization() + "/development/schemas";
    }

    private HttpResponse<String> put(String id, String version, String body) {
        return send(
                "PUT",
                schemas() + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "/versions/" + version,
                "application/json",
                body);
    }

    private HttpResponse<String> send(String method, String path, String type, String body) {
        return server().send(server().request(path)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body))
                .build());
    }
}
