package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.server.Server;
import io.trove.server.Shared;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who comes with a token of somebody else, and from a page of somebody else. */
class DoorIT {

    private static final String HOME = "/api/organizations/" + Shared.GUESTS;
    private static final String EVENTS = "/api/" + Shared.GUESTS + "/production/events";
    private static final Duration HOUR = Duration.ofHours(1);

    private static Server server() {
        return Shared.onDerby();
    }

    @BeforeAll
    static void guests() {
        server().post("/api/organizations", "{\"name\": \"" + Shared.GUESTS + "\"}");
        done(put(HOME + "/roles/clerk", """
                {"permissions": ["events.read"], "sees": [{"where": [{"field": "index.clerk", "eq": "principal.id"}]}]}"""));
        done(server().post(EVENTS, """
                [{"type": "a", "id": {"id": "one"}, "indexBy": {"clerk": "ada"}},
                 {"type": "a", "id": {"id": "two"}, "indexBy": {"clerk": "bob"}}]"""));
    }

    @Test
    void a_token_of_the_issuer_has_the_roles_of_its_groups_and_what_the_organization_says_of_its_name() {
        String staff = Shared.issuer().token("mia", "[\"staff\"]", HOUR);
        assertTrue(with(staff, EVENTS).body().contains("\"two\""));
        assertEquals(404, with(staff, "/api/demo/production/events").statusCode());
        assertEquals(403, append(staff).statusCode());
        String narrowed =
                with(Shared.issuer().token("ada", "[\"clerks\"]", HOUR), EVENTS).body();
        assertTrue(narrowed.contains("\"one\"") && !narrowed.contains("\"two\""), narrowed);
        assertEquals(
                404,
                with(Shared.issuer().token("joe", "[\"others\"]", HOUR), EVENTS).statusCode());
        assertEquals(
                401,
                with(Shared.issuer().token("mia", "[\"staff\"]", HOUR.negated()), EVENTS)
                        .statusCode());
        assertEquals(401, with(staff.substring(0, staff.length() - 9), EVENTS).statusCode());

        done(put(HOME + "/principals/mia", "{\"disabled\": true, \"roles\": []}"));
        assertEquals(401, with(staff, EVENTS).statusCode());
    }

    @Test
    void an_address_that_is_longer_than_that_of_any_resource_is_nowhere() {
        String css = "/faces/jakarta.faces.resource/console.css?ln=trove&v=";
        for (int length : List.of(0, 500, 30_000)) {
            HttpResponse<String> asked = server().send(HttpRequest.newBuilder(server().uri(css + "x".repeat(length)))
                    .build());
            assertEquals(length == 0 ? 200 : 404, asked.statusCode());
        }
    }

    @Test
    void pages_of_listed_sites_may_ask_and_those_of_others_may_not() {
        for (String origin : List.of(Shared.SITE, "https://evil.example.com")) {
            boolean isListed = origin.equals(Shared.SITE);
            HttpResponse<String> asked = server().send(HttpRequest.newBuilder(server().uri(EVENTS))
                    .header("Origin", origin)
                    .header("Access-Control-Request-Method", "POST")
                    .method("OPTIONS", BodyPublishers.noBody())
                    .build());
            HttpResponse<String> posted = server().send(server().request(EVENTS)
                    .header("Origin", origin)
                    .POST(BodyPublishers.noBody())
                    .build());
            HttpResponse<String> read = server().send(
                            server().request(EVENTS).header("Origin", origin).build());
            assertTrue(read.headers().allValues("Vary").toString().contains("Authorization, Origin"), read.toString());
            assertEquals(isListed ? 204 : 401, asked.statusCode());
            assertEquals(isListed, posted.statusCode() != 403, posted.body());
            for (HttpResponse<String> answer : List.of(asked, posted)) {
                List<String> allowed = answer.headers().allValues("Access-Control-Allow-Origin");
                assertEquals(isListed ? List.of(origin) : List.of(), allowed);
                assertEquals(List.of(), answer.headers().allValues("Access-Control-Allow-Credentials"));
            }
        }
    }

    private static HttpResponse<String> with(String token, String path) {
        return server().send(HttpRequest.newBuilder(server().uri(path))
                .header("Authorization", "Bearer " + token)
                .build());
    }

    private static HttpResponse<String> append(String token) {
        return server().send(HttpRequest.newBuilder(server().uri(EVENTS))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"type\": \"a.b\"}"))
                .build());
    }

    private static HttpResponse<String> put(String path, String json) {
        return server().send(server().request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json))
                .build());
    }

    private static void done(HttpResponse<String> answer) {
        assertTrue(answer.statusCode() / 100 == 2, answer.body());
    }
}
