package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.server.Server;
import io.trove.server.Site;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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

    @Test
    void without_a_name_and_a_password_nothing_is_told() {
        HttpResponse<String> answer = server.send(
                HttpRequest.newBuilder(server.uri("/api/organizations")).build());
        assertEquals(401, answer.statusCode());
    }
}
