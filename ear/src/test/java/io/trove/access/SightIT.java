package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.server.Server;
import io.trove.server.Site;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SightIT {

    private static final String HOME = "/api/organizations/school";
    private static final String EVENTS = "/api/school/production/events";

    private static Server server;
    private static String ada;
    private static String writer;

    @BeforeAll
    static void aSchool() {
        server = Site.onDerby().start();
        assertEquals(
                201, server.post("/api/organizations", "{\"name\": \"school\"}").statusCode());
        put(HOME + "/roles/teacher", """
                {"permissions": ["events.read", "proof.read"],
                 "sees": [{"types": ["session.*"], "where": [{"field": "index.teacher", "eq": "principal.id"}]}],
                 "masks": [{"hide": ["/payload/notes"]}, {"types": ["session.held"], "redact": ["/actor/id"], "to": "someone"}]}""");
        ada = key("ada", "teacher");
        writer = key("importer", "writer");
        as(writer, "POST", EVENTS, """
                [{"type": "session.held", "id": {"id": "one"}, "payload": {"notes": "secret", "room": "b"},
                  "indexBy": {"teacher": "ada", "notes": "secret", "copy": "secret", "room": "b"}},
                 {"type": "session.held", "id": {"id": "two"}, "payload": {"room": "b"}, "indexBy": {"teacher": "bob"}},
                 {"type": "grade.given", "id": {"id": "three"}, "indexBy": {"teacher": "ada"}}]""");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void a_narrowed_role_sees_its_events_on_every_way_in() {
        for (String path : List.of(
                EVENTS,
                EVENTS + "?order=asc",
                EVENTS + "?type=session.held",
                EVENTS + "?index.teacher=ada&index.teacher=bob",
                EVENTS + "?index.room=b")) {
            String body = as(ada, "GET", path, "").body();
            assertTrue(body.contains("\"one\""), path + body);
            assertFalse(body.contains("\"two\"") || body.contains("\"three\"") || body.contains("secret"), path + body);
        }
        assertEquals(200, as(ada, "GET", EVENTS + "/one", "").statusCode());
        assertEquals(404, as(ada, "GET", EVENTS + "/two", "").statusCode());
        assertEquals(404, as(ada, "GET", EVENTS + "/two/versions", "").statusCode());
        assertEquals(404, as(ada, "GET", EVENTS + "/at/0", "").statusCode());
        Json statistics = json(as(ada, "GET", "/api/school/production", ""));
        assertEquals("1", statistics.member("size").orElseThrow().toString());
        assertEquals(
                "{\"session.held\":1}",
                statistics.member("byType").orElseThrow().toString());
    }

    @Test
    void a_masked_field_is_not_shown_and_not_found() {
        HttpResponse<String> one = as(ada, "GET", EVENTS + "/one", "");
        Json shown = json(one);
        assertEquals(
                "[\"actor\",\"indexBy\",\"payload\"]",
                shown.at("/view/masked").orElseThrow().toString());
        assertEquals("{\"room\":\"b\"}", shown.member("payload").orElseThrow().toString());
        assertEquals(
                "{\"room\":\"b\",\"teacher\":\"ada\"}",
                shown.member("indexBy").orElseThrow().toString());
        assertEquals("\"someone\"", shown.at("/actor/id").orElseThrow().toString());
        String tag = one.headers().firstValue("ETag").orElseThrow();
        assertTrue(tag.startsWith("W/"), tag);
        String whole = server.get(EVENTS + "/one").headers().firstValue("ETag").orElseThrow();
        assertFalse(whole.startsWith("W/"), whole);
        for (String asked : List.of(
                "payload.notes=secret",
                "index.notes=secret",
                "index.copy=secret",
                "actorId=importer",
                "actorId=someone")) {
            assertFalse(as(ada, "GET", EVENTS + "?" + asked, "").body().contains("\"one\""), asked);
        }
        assertTrue(server.get(EVENTS + "?payload.notes=secret").body().contains("\"one\""));
    }

    /** What is shown of an event may be told, and no more: an id that is masked is nobody's. */
    @ParameterizedTest
    @CsvSource({"/files/*/filename, 403", "/files/*/hash, 403", "/files/*/id, 404", "/files, 404"})
    void a_file_of_which_something_is_masked_is_not_read(String hidden, int status) {
        String role = "hiding" + hidden.replaceAll("\\W", "");
        put(HOME + "/roles/" + role, """
                {"permissions": ["events.read", "files.read"], "masks": [{"hide": ["%s"]}]}""".formatted(hidden));
        as(writer, "POST", EVENTS, """
                {"type": "note.taken", "id": {"id": "%s"}, "files": [{"id": "f", "filename": "a.txt", "data": "aGVsbG8="}]}""".formatted(role));

        HttpResponse<String> refused = as(key(role, role), "GET", EVENTS + "/" + role + "/files/f", "");

        assertEquals(status, refused.statusCode(), refused.body());
        assertEquals(status == 404, refused.body().contains("The event has no file"), refused.body());
        assertEquals("hello", server.get(EVENTS + "/" + role + "/files/f").body());
    }

    @Test
    void evidence_discloses_what_is_seen_whole() {
        String evidence = as(ada, "GET", EVENTS + "/one/evidence", "").body();
        assertFalse(evidence.contains("secret") || evidence.contains("\"payload\":{"), evidence);
        assertEquals(404, as(ada, "GET", EVENTS + "/two/evidence", "").statusCode());
        assertEquals(200, as(ada, "GET", EVENTS + "/one/proof", "").statusCode());
    }

    @Test
    void a_condition_and_a_conflict_tell_no_more_than_is_seen() {
        put(HOME + "/roles/usher", """
                {"permissions": ["events.read", "events.append"],
                 "sees": [{"types": ["seat.*"], "where": [{"field": "index.row", "eq": "front"}]}],
                 "masks": [{"hide": ["/actor/id"]}]}""");
        String usher = key("uli", "usher");
        as(writer, "POST", EVENTS, """
                [{"type": "seat.sold", "entity": {"id": "9a"}, "indexBy": {"row": "back"}},
                 {"type": "seat.sold", "entity": {"id": "1a"}, "indexBy": {"row": "front"}}]""");
        String counted = "{\"events\": [{\"type\": \"seat.counted\"}], ";
        String condition =
                counted + "\"unless\": {\"matches\": {\"entityId\": \"%s\", \"entityType\": \"seat\"}, \"after\": -1}}";

        assertEquals(201, as(usher, "POST", EVENTS, condition.formatted("9a")).statusCode());
        HttpResponse<String> seen = as(usher, "POST", EVENTS, condition.formatted("1a"));
        assertEquals(409, seen.statusCode(), seen.body());
        assertEquals("\"1a\"", json(seen).at("/event/entity/id").orElseThrow().toString());
        String masked = counted + "\"unless\": {\"matches\": {\"actorId\": \"importer\"}, \"after\": -1}}";
        assertEquals(403, as(usher, "POST", EVENTS, masked).statusCode());

        String expecting =
                counted + "\"expect\": [{\"entity\": {\"type\": \"seat\", \"id\": \"%s\"}, \"version\": 7}]}";
        HttpResponse<String> unseen = as(usher, "POST", EVENTS, expecting.formatted("9a"));
        assertEquals(409, unseen.statusCode(), unseen.body());
        assertTrue(json(unseen).member("actual").isEmpty(), unseen.body());
        HttpResponse<String> own = as(usher, "POST", EVENTS, expecting.formatted("1a"));
        assertEquals("1", json(own).member("actual").orElseThrow().toString());
    }

    @Test
    void a_cursor_of_another_sight_is_stale() {
        String cursor = json(server.get(EVENTS + "?limit=1"))
                .at("/next")
                .flatMap(Json::text)
                .orElseThrow();
        assertEquals(
                400, as(ada, "GET", EVENTS + "?limit=1&cursor=" + cursor, "").statusCode());
    }

    @Test
    void roles_keep_to_what_they_allow_and_to_their_organization() {
        assertEquals(403, as(ada, "POST", EVENTS, "{\"type\": \"a.b\"}").statusCode());
        assertEquals(404, as(ada, "GET", "/api/demo/production/events", "").statusCode());
        assertEquals(404, as(ada, "GET", "/api/school/staging/events", "").statusCode());
        assertEquals(404, as(ada, "GET", "/api/organizations/demo/keys", "").statusCode());
        assertEquals(404, as(ada, "GET", HOME + "/keys", "").statusCode());
        assertEquals(
                403,
                as(writer, "POST", EVENTS, "{\"type\": \"a.b\", \"actor\": {\"type\": \"user\", \"id\": \"ada\"}}")
                        .statusCode());
        assertEquals(
                403,
                as(writer, "POST", EVENTS, "{\"type\": \"a.b\", \"producer\": \"other\"}")
                        .statusCode());
        String listed = as(ada, "GET", "/api/organizations", "").body();
        assertEquals("{\"items\":[{\"name\":\"school\",\"environments\":[\"production\"]}]}", listed);
    }

    @Test
    void a_key_is_told_once_and_its_revocation_holds_at_once() {
        String key = key("passing", "reader");
        assertEquals(200, as(key, "GET", EVENTS, "").statusCode());
        String id = key.split("_", -1)[1];
        String listed = server.get(HOME + "/keys").body();
        assertTrue(listed.contains(id) && !listed.contains(key.split("_", -1)[2]), listed);
        assertTrue(listed.contains("lastUsedAt"), listed);
        assertEquals(
                200, as(Site.ADMIN_PASSWORD, "DELETE", HOME + "/keys/" + id, "").statusCode());
        assertEquals(401, as(key, "GET", EVENTS, "").statusCode());
        String recorded = server.get("/api/school/system/events").body();
        assertTrue(recorded.contains("access.key.revoked") && !recorded.contains(key), recorded);
    }

    @Test
    void a_principal_signs_in_by_a_password_that_is_set() {
        put(HOME + "/principals/jane", "{\"roles\": [{\"role\": \"reader\", \"environments\": [\"production\"]}]}");
        put(HOME + "/principals/jane/password", "{\"password\": \"correct horse\"}");
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(EVENTS))
                .header("Authorization", "Basic " + base64("school/jane:correct horse"));
        assertEquals(200, server.send(request.build()).statusCode());
        put(HOME + "/principals/jane", "{\"roles\": [], \"disabled\": true}");
        assertEquals(401, server.send(request.build()).statusCode());
    }

    private static String key(String principal, String role) {
        put(HOME + "/principals/" + principal, """
                {"type": "agent", "roles": [{"role": "%s", "environments": ["production"]}]}""".formatted(role));
        HttpResponse<String> made = server.post(HOME + "/keys", "{\"principal\": \"" + principal + "\"}");
        assertEquals(201, made.statusCode(), made.body());
        return json(made).member("key").flatMap(Json::text).orElseThrow();
    }

    private static void put(String path, String json) {
        HttpResponse<String> answer = as(Site.ADMIN_PASSWORD, "PUT", path, json);
        assertTrue(answer.statusCode() / 100 == 2, answer.body());
    }

    private static HttpResponse<String> as(String who, String method, String path, String body) {
        String credentials = who.equals(Site.ADMIN_PASSWORD) ? "Basic " + base64("admin:" + who) : "Bearer " + who;
        return server.send(HttpRequest.newBuilder(server.uri(path))
                .header("Authorization", credentials)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
    }

    private static Json json(HttpResponse<String> answer) {
        return Json.parse(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(String text) {
        return java.util.Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
