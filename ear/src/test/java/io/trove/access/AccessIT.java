package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.server.Server;
import io.trove.server.Site;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessIT {

    private static Server server;

    @BeforeAll
    static void aServer() {
        server = Site.onDerby().start();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void an_organization_is_made_once_and_has_its_environments() {
        HttpResponse<String> first = server.post("/api/organizations", "{\"name\": \"acme\"}");
        HttpResponse<String> again = server.post("/api/organizations", "{\"name\": \"acme\"}");
        assertEquals(201, first.statusCode());
        assertEquals(200, again.statusCode());
        assertEquals(first.body(), again.body());
        for (String environment : Organization.ENVIRONMENTS) {
            HttpResponse<String> events = server.get("/api/acme/" + environment + "/events");
            assertTrue(events.body().contains("\"ledger.created\""), events.body());
        }
        String recorded = server.get("/api/trove/system/events").body();
        assertTrue(recorded.contains("organization-acme"), recorded);
    }

    @Test
    void a_first_start_makes_demo() {
        String listed = server.get("/api/organizations").body();
        assertTrue(listed.contains("\"demo\""), listed);
    }

    @ParameterizedTest
    @CsvSource({
        "demo/system, order.placed, 403",
        "trove/system, order.placed, 403",
        "demo/production, schema.registered, 403",
        "nobody/production, order.placed, 404",
        "demo/nowhere, order.placed, 404",
        "demo/production, order.placed, 201"
    })
    void what_may_be_appended_where(String ledger, String type, int status) {
        HttpResponse<String> answer = server.post("/api/" + ledger + "/events", "{\"type\": \"" + type + "\"}");
        assertEquals(status, answer.statusCode(), answer.body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            PUT  | /roles/all          | {"permissions": ["events.read"], "sees": [{"types": []}]}            | /sees/0/types
            PUT  | /roles/%20clerk     | {"permissions": ["events.read"]}                                     | /name
            PUT  | /principals/%20     | {"roles": []}                                                        | /name
            PUT  | /principals/joe     | {"roles": [{"role": "reader", "environments": ["prod"]}]}            | /roles/0/environments/0
            PUT  | /principals/admin/password | {}                                                            | /password
            PUT  | /principals/admin/password | {"password": 123456789012}                                    | /password
            PUT  | /principals/admin/password | {"password": "elevenchars"}                                   | /password
            PUT  | /principals/admin/password | {"password": "a password of many\\u0000"}                     | /password
            PUT  | /principals/admin/password | {"password": "a password of many", "pasword": ""}             | /pasword
            POST | /keys               | {"principal": "admin", "expiresAt": "2020-01-01T00:00:00Z"}          | /expiresAt""")
    void what_is_not_understood_is_refused_by_name(String method, String path, String body, String pointer) {
        HttpResponse<String> answer = send(method, "/api/organizations/trove" + path, body);
        assertEquals(422, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"pointer\":\"" + pointer + "\""), answer.body());
        assertFalse(answer.body().contains("elevenchars") || answer.body().contains("123456789012"), answer.body());
    }

    @Test
    void somebody_is_left_who_administers_the_installation() {
        String home = "/api/organizations/trove";
        for (String wish : List.of(
                "{\"roles\": [{\"role\": \"admin\"}], \"disabled\": true}",
                "{\"roles\": []}",
                "{\"roles\": [{\"role\": \"reader\"}]}",
                "{\"roles\": [{\"role\": \"admin\"}, {\"role\": \"guest\"}]}")) {
            assertEquals(
                    2,
                    send("PUT", home + "/roles/guest", "{\"denied\": [\"access.manage\"]}")
                                    .statusCode()
                            / 100);
            HttpResponse<String> refused = send("PUT", home + "/principals/admin", wish);
            assertEquals(409, refused.statusCode(), refused.body());
            assertTrue(refused.body().contains("last-administrator"), refused.body());
        }
        String keeper = "{\"permissions\": [\"access.manage\"]}";
        assertEquals(201, send("PUT", home + "/roles/keeper", keeper).statusCode());
        assertEquals(
                201,
                send("PUT", home + "/principals/kim", "{\"roles\": [{\"role\": \"keeper\"}]}")
                        .statusCode());
        assertEquals(200, send("PUT", home + "/roles/keeper", "{}").statusCode());
        assertEquals(
                200,
                send("PUT", home + "/principals/kim", "{\"disabled\": true}").statusCode());
    }

    @Test
    void a_key_that_holds_is_slowed_by_nobody() {
        String made = send("POST", "/api/organizations/trove/keys", "{\"principal\": \"admin\"}")
                .body();
        String key = made.replaceFirst("(?s).*\"key\":\"([^\"]+)\".*", "$1");
        assertEquals(200, byKey(key).statusCode(), made);
        HttpResponse<String> wrong = byKey(key + "x");
        for (int i = 0; wrong.statusCode() == 401; i++) {
            assertTrue(i < 200, "never slowed down");
            wrong = byKey(key + i);
        }
        assertEquals(429, wrong.statusCode(), wrong.body());
        assertEquals(200, byKey(key).statusCode());
    }

    private static HttpResponse<String> byKey(String key) {
        return server.send(HttpRequest.newBuilder(server.uri("/api/organizations"))
                .header("Authorization", "Bearer " + key)
                .build());
    }

    @Test
    void of_two_who_disable_each_other_at_the_same_time_one_is_left() {
        Rivals.on(server, server).disableEachOther(20);
    }

    private static HttpResponse<String> send(String method, String path, String body) {
        return server.send(server.request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    @Test
    void without_a_name_and_a_password_nothing_is_told() {
        HttpResponse<String> answer = server.send(
                HttpRequest.newBuilder(server.uri("/api/organizations")).build());
        assertEquals(401, answer.statusCode());
    }
}
