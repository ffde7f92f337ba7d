package io.trove.api;

import static io.trove.api.Ask.header;
import static io.trove.api.Ask.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.server.Await;
import io.trove.server.Server;
import io.trove.server.Shared;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators and their tools rely on. */
class OperationsIT {

    private final Server server = Shared.onDerby();

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live", "/health/ready", "/health/started"})
    void health_is_told_to_anybody(String path) {
        var answer = anonymously(path);

        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        assertEquals("UP", text(answer, "/status"));
    }

    @Test
    void the_description_of_the_api_and_its_pages_are_served() {
        var description = anonymously("/openapi?format=json");

        assertEquals(200, description.statusCode());
        assertEquals(
                "Append one event or several",
                text(description, "/paths/~1api~1{organization}~1{environment}~1events/post/summary"));
        assertEquals(
                "reference",
                text(
                        description,
                        "/paths/~1api~1{organization}~1{environment}~1links/delete/responses/200/content/application~1json/example/link/type"));
        var pages = anonymously("/openapi/ui/");
        assertEquals(200, pages.statusCode());
        assertEquals("nosniff", header(pages, "X-Content-Type-Options"));
        assertEquals("DENY", header(pages, "X-Frame-Options"));
    }

    @Test
    void recorded_events_and_refusals_are_counted() {
        var ask = Ask.freshLedger(server);
        var before = appended();

        ask.append("{\"type\":\"document.uploaded\"}");
        ask.append("{}");

        Await.until(() -> appended() > before);
        assertTrue(server.get("/metrics?scope=application")
                .body()
                .contains("trove_refusals_total{mp_scope=\"application\",problem=\"invalid\""));
    }

    /** Each series takes memory for good, so nobody makes one up; what takes most of it, percentiles, there are none of. */
    @Test
    void no_caller_makes_series_of_metrics() {
        server.get("/api/organizations");
        for (var path : List.of("/health/live", "/console/login", "/api/organizations")) {
            server.send(server.request(path)
                    .method("INVENTED", BodyPublishers.noBody())
                    .build());
        }

        var metrics = server.get("/metrics").body();

        assertTrue(metrics.contains("REST_request_seconds_count"), metrics);
        assertFalse(metrics.contains("INVENTED"), metrics);
        assertFalse(metrics.contains("quantile="), metrics);
    }

    @Test
    void answers_keep_browsers_out_of_trouble() {
        var answer = server.get("/api/organizations");

        var wanted = Map.of(
                "X-Content-Type-Options", "nosniff",
                "X-Frame-Options", "DENY",
                "Referrer-Policy", "same-origin",
                "Content-Security-Policy",
                        "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
        wanted.forEach((name, value) -> assertEquals(value, header(answer, name)));
        assertFalse(answer.headers().firstValue("Set-Cookie").isPresent());
        assertFalse(answer.headers().firstValue("Server").isPresent());
        assertFalse(answer.headers().firstValue("X-Powered-By").isPresent());
    }

    @Test
    void an_organization_is_made_once() {
        var name = Ask.freshLedger(server).organization();

        assertEquals(
                200,
                server.post("/api/organizations", "{\"name\":\"" + name + "\"}").statusCode());
        assertTrue(server.get("/api/organizations").body().contains("{\"name\":\"" + name + "\","));
    }

    private double appended() {
        return server.get("/metrics?scope=application")
                .body()
                .lines()
                .filter(line -> line.startsWith("trove_appended_events_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(0);
    }

    private HttpResponse<String> anonymously(String path) {
        return server.send(HttpRequest.newBuilder(server.uri(path)).build());
    }
}
