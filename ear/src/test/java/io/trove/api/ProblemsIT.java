package io.trove.api;

import static io.trove.api.Ask.header;
import static io.trove.api.Ask.number;
import static io.trove.api.Ask.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.server.Server;
import io.trove.server.Shared;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong, the answer says what, where, and under which id the log tells more; and never how. */
class ProblemsIT {

    private static final int HEADER_BYTES = 64_000;

    private final Server server = Shared.onDerby();
    private Ask ask;

    @BeforeEach
    void open_a_ledger() {
        ask = Ask.freshLedger(server);
    }

    @Test
    void what_is_not_json_is_told_where() {
        var answer = ask.append("{\"type\":\n  \"a.b\",}");

        assertProblem(400, "malformed", answer);
        assertEquals(2, number(answer, "/line"));
        assertTrue(number(answer, "/column") > 0);
    }

    @Test
    void what_is_not_an_event_is_told_what_was_got_and_wanted() {
        var answer = ask.append("{\"type\":7,\"position\":1}");

        assertProblem(422, "invalid", answer);
        assertEquals("/type", text(answer, "/pointer"));
        assertEquals("7", text(answer, "/got"));
        assertFalse(text(answer, "/wanted").isEmpty());
        assertEquals("/position", text(answer, "/violations/1/pointer"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[",
                "{\"type\":\"a\",\"type\":\"b\"}",
                "{\"type\":\"\\ud800\"}",
                "{\"type\":\"a.b\",\"payload\":12345678901234567890}",
                "{\"type\":\"a.b\",\"payload\":1e400}",
                "{\"type\":\"a.b\"} trailing"
            })
    void bad_bodies_are_refused_and_nothing_is_kept(String body) {
        var answer = ask.append(body);

        assertTrue(answer.statusCode() == 400 || answer.statusCode() == 422, answer.body());
        assertSaysNothingOfTheInside(answer);
        assertEquals(0, number(ask.get(ask.events()), "/items/0/position"));
    }

    @Test
    void a_body_that_does_not_end_is_refused_while_it_comes() {
        var endless = new byte[17 << 20];
        var request = server.request(ask.events())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(endless)))
                .build();

        assertTrue(refusedOrCutOff(request), "17 MiB were taken");
    }

    @Test
    void a_body_that_was_cut_off_leaves_nothing() throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), server.site().port())) {
            var authorization = server.request("/")
                    .build()
                    .headers()
                    .firstValue("Authorization")
                    .orElseThrow();
            socket.getOutputStream()
                    .write(("POST " + ask.events() + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + authorization
                                    + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"type\":\"a.b\"")
                            .getBytes(StandardCharsets.US_ASCII));
        }

        assertEquals(0, number(ask.get(ask.events()), "/items/0/position"));
    }

    @Test
    void another_media_type_is_refused() {
        var answer = server.send(server.request(ask.events())
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("a,b"))
                .build());

        assertProblem(415, "unsupported-media-type", answer);
    }

    @Test
    void another_method_is_told_which_ones_there_are() {
        var answer = server.send(server.request(ask.events()).DELETE().build());

        assertProblem(405, "method-not-allowed", answer);
        assertTrue(header(answer, "Allow").contains("POST"), header(answer, "Allow"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/nothing",
                "/nothing",
                "/WEB-INF/web.xml",
                "/console/nothing",
                "/api/a/b/c/d/e"
            })
    void an_address_of_nothing_is_not_found(String path) {
        var answer = server.get(path);

        assertEquals(404, answer.statusCode());
        assertEquals("application/problem+json", header(answer, "Content-Type").replaceAll(";.*", ""));
        assertSaysNothingOfTheInside(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody/development", "demo/nowhere", "DEMO/development", "a%2Fb/development", "demo/%20"})
    void a_ledger_that_may_not_be_known_answers_like_one_that_does_not_exist(String ledger) {
        assertProblem(404, "ledger-unknown", server.get("/api/" + ledger + "/events"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "events/stream", "jobs/1/progress", "files/verify", ""})
    void nobody_enters_without_saying_who(String path) {
        var answer = server.send(HttpRequest.newBuilder(server.uri(ask.events().replaceAll("events$", path)))
                .build());

        assertProblem(401, "unauthenticated", answer);
        assertTrue(header(answer, "WWW-Authenticate").startsWith("Basic "));
    }

    @ParameterizedTest
    @CsvSource({"Basic YWRtaW46d3Jvbmc=", "Basic nonsense", "Bearer trove_x", "''"})
    void nobody_enters_with_wrong_credentials(String authorization) {
        var answer = server.send(HttpRequest.newBuilder(server.uri("/api/organizations"))
                .header("Authorization", authorization)
                .build());

        assertProblem(401, "unauthenticated", answer);
    }

    @Test
    void another_site_cannot_use_a_visitor() {
        var answer = server.send(ask.post(ask.events(), "{\"type\":\"a.b\"}")
                .header("Origin", "https://evil.example")
                .build());

        assertProblem(403, "foreign-origin", answer);
        assertEquals(0, number(ask.get(ask.events()), "/items/0/position"));
    }

    @Test
    void an_id_of_the_caller_comes_back_and_a_dangerous_one_does_not() {
        var own = server.send(
                server.request("/api/nothing").header("X-Request-Id", "mine-1").build());
        var dangerous = server.send(server.request("/api/nothing")
                .header("X-Request-Id", "<script>")
                .build());

        assertEquals("mine-1", header(own, "X-Request-Id"));
        assertEquals("mine-1", text(own, "/requestId"));
        assertTrue(header(dangerous, "X-Request-Id").matches("[0-9a-f]{32}"));
    }

    @Test
    void headers_that_are_too_large_are_refused_without_a_word_of_the_inside() {
        var answer = server.send(server.request("/api/organizations")
                .version(HttpClient.Version.HTTP_1_1)
                .header("X-Large", "x".repeat(HEADER_BYTES))
                .build());

        assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 500, "" + answer.statusCode());
        assertSaysNothingOfTheInside(answer);
    }

    @Test
    void an_organization_needs_a_name_that_can_be_one() {
        assertProblem(422, "name-missing", server.post("/api/organizations", "{}"));
        assertProblem(422, "name-refused", server.post("/api/organizations", "{\"name\":\"No Name\"}"));
        assertProblem(422, "name-refused", server.post("/api/organizations", "{\"name\":\"system\"}"));
    }

    private boolean refusedOrCutOff(HttpRequest request) {
        try {
            var answer = server.send(request);
            assertProblem(413, "too-large", answer);
            return true;
        } catch (UncheckedIOException cutOff) {
            return true;
        }
    }

    private static void assertProblem(int status, String slug, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals("application/problem+json", header(answer, "Content-Type"));
        assertEquals("urn:trove:problem:" + slug, text(answer, "/type"));
        assertEquals(status, number(answer, "/status"));
        assertFalse(text(answer, "/title").isEmpty());
        assertFalse(text(answer, "/detail").isEmpty());
        assertEquals(header(answer, "X-Request-Id"), text(answer, "/requestId"));
        assertSaysNothingOfTheInside(answer);
    }

    private static void assertSaysNothingOfTheInside(HttpResponse<String> answer) {
        assertFalse(answer.body().contains("Exception"), answer.body());
        assertFalse(answer.body().contains("io.trove."), answer.body());
        assertFalse(answer.body().contains("com.ibm"), answer.body());
    }
}
