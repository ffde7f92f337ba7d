package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.server.Server;
import io.trove.server.Shared;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is removed is gone, and what comes later under its name is something else. */
class RemovalIT {

    private static final String HOME = "/api/organizations/passing";
    private static final String EVENTS = "/api/passing/production/events";
    private static final String READER = "{\"roles\": [{\"role\": \"reader\", \"environments\": [\"production\"]}]}";

    private static Server server() {
        return Shared.onDerby();
    }

    @BeforeAll
    static void an_organization() {
        done(server().post("/api/organizations", "{\"name\": \"passing\"}"));
    }

    @Test
    void a_principal_is_removed_with_its_keys_and_password_and_does_not_come_back_with_its_name() {
        done(send("PUT", "/principals/jane", READER));
        done(send("PUT", "/principals/jane/password", "{\"password\": \"correct horse\"}"));
        String key = json(send("POST", "/keys", "{\"principal\": \"jane\"}"))
                .member("key")
                .flatMap(Json::text)
                .orElseThrow();
        assertEquals(200, read("Bearer " + key));
        assertEquals(200, read(basic("correct horse")));

        done(send("DELETE", "/principals/jane", ""));
        assertEquals(404, send("GET", "/principals/jane", "").statusCode());
        assertFalse(send("GET", "/principals", "").body().contains("jane"));
        assertEquals(404, send("DELETE", "/principals/jane", "").statusCode());
        assertEquals(401, read("Bearer " + key));
        assertEquals(401, read(basic("correct horse")));

        assertEquals(201, send("PUT", "/principals/jane", READER).statusCode(), "another jane is new");
        assertEquals(401, read("Bearer " + key));
        assertEquals(401, read(basic("correct horse")));
        done(send("PUT", "/principals/jane/password", "{\"password\": \"battery staple\"}"));
        assertEquals(200, read(basic("battery staple")));
        String recorded = server().get("/api/passing/system/events").body();
        assertTrue(recorded.contains("access.principal.removed") && recorded.contains("access.key.revoked"), recorded);
    }

    @Test
    void what_people_call_an_organization_is_set_as_a_whole_and_recorded() {
        assertEquals("{}", send("GET", "/settings", "").body());
        done(send("PUT", "/settings", "{\"title\": \"Passing by\", \"description\": \"They go\"}"));
        done(send("PUT", "/settings", "{\"title\": \"Passing\"}"));
        assertEquals("{\"title\":\"Passing\"}", send("GET", "/settings", "").body());
        assertEquals(422, send("PUT", "/settings", "{\"name\": \"other\"}").statusCode());
        assertEquals(422, send("PUT", "/settings", "{\"title\": \"\"}").statusCode());
        assertTrue(server().get("/api/passing/system/events").body().contains("\"Passing by\""));
    }

    @Test
    void nobody_removes_themselves() {
        HttpResponse<String> refused = server().send(server().request("/api/organizations/trove/principals/admin")
                .DELETE()
                .build());
        assertEquals(422, refused.statusCode(), refused.body());
    }

    @Test
    void a_role_is_removed_when_nobody_has_it_any_more() {
        done(send("PUT", "/roles/clerk", "{\"permissions\": [\"events.read\"]}"));
        done(send("PUT", "/principals/joe", "{\"roles\": [{\"role\": \"clerk\"}]}"));
        HttpResponse<String> inUse = send("DELETE", "/roles/clerk", "");
        assertEquals(409, inUse.statusCode());
        assertTrue(inUse.body().contains("role-in-use") && inUse.body().contains("\"joe\""), inUse.body());
        assertEquals(422, send("DELETE", "/roles/reader", "").statusCode());

        done(send("PUT", "/principals/joe", "{\"roles\": []}"));
        done(send("DELETE", "/roles/clerk", ""));
        assertEquals(404, send("GET", "/roles/clerk", "").statusCode());
        assertFalse(send("GET", "/roles", "").body().contains("clerk"));
        HttpResponse<String> granted = send("PUT", "/principals/joe", "{\"roles\": [{\"role\": \"clerk\"}]}");
        assertEquals(422, granted.statusCode(), granted.body());
        assertTrue(server().get("/api/passing/system/events").body().contains("access.role.removed"));
    }

    @Test
    void a_development_ledger_is_deleted_as_a_whole_when_its_name_is_said_and_comes_again_empty_when_asked_for() {
        String ledger = "/api/passing/development";
        done(
                server().post(
                                ledger + "/events",
                                "{\"type\": \"a.b\", \"id\": {\"id\": \"one\"}, \"files\": [{\"id\": \"f\", \"data\": \"aGVsbG8=\"}]}"));
        String first = uid(ledger);
        HttpResponse<String> unconfirmed = delete(ledger + "?confirm=development");
        assertEquals(409, unconfirmed.statusCode());
        assertTrue(unconfirmed.body().contains("confirm=passing/development"), unconfirmed.body());
        HttpResponse<String> stays = delete("/api/passing/production?confirm=passing/production");
        assertEquals(409, stays.statusCode());
        assertTrue(stays.body().contains("only a ledger of the environment"), stays.body());
        assertEquals(404, delete("/api/passing/nowhere?confirm=passing/nowhere").statusCode());

        HttpResponse<String> deleted = delete(ledger + "?confirm=passing/development");
        assertEquals(202, deleted.statusCode(), deleted.body());
        assertTrue(deleted.body().contains(first) && deleted.body().contains("\"size\":2"), deleted.body());
        for (String path : new String[] {"", "/events", "/events/one", "/events/one/files/f", "/checkpoint"}) {
            assertEquals(404, server().get(ledger + path).statusCode(), path);
        }
        assertEquals(
                404, server().post(ledger + "/events", "{\"type\": \"a.b\"}").statusCode());
        assertEquals(404, delete(ledger + "?confirm=passing/development").statusCode());
        String recorded =
                server().get("/api/passing/system/events?type=ledger.deleted").body();
        assertTrue(recorded.contains(first) && recorded.contains("\"passing/development\""), recorded);
        assertFalse(server().get("/api/organizations").body().contains("passing\",\"environments\":[\"development\""));

        done(server().post("/api/organizations", "{\"name\": \"passing\"}"));
        assertEquals(404, server().get(ledger + "/events/one").statusCode());
        assertFalse(uid(ledger).equals(first));
        done(server().post(ledger + "/events", "{\"type\": \"a.b\", \"id\": {\"id\": \"one\"}}"));
    }

    private static String uid(String ledger) {
        return json(server().get(ledger + "/events/at/0"))
                .at("/payload/uid")
                .flatMap(Json::text)
                .orElseThrow();
    }

    private static HttpResponse<String> delete(String path) {
        return server().send(server().request(path).DELETE().build());
    }

    private static int read(String credentials) {
        return server().send(HttpRequest.newBuilder(server().uri(EVENTS))
                        .header("Authorization", credentials)
                        .build())
                .statusCode();
    }

    private static String basic(String password) {
        byte[] text = ("passing/jane:" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(text);
    }

    private static HttpResponse<String> send(String method, String path, String body) {
        return server().send(server().request(HOME + path)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
    }

    private static void done(HttpResponse<String> answer) {
        assertTrue(answer.statusCode() / 100 == 2, answer.body());
    }

    private static Json json(HttpResponse<String> answer) {
        return Json.parse(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
