package io.trove.api;

import static io.trove.api.Ask.header;
import static io.trove.api.Ask.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.server.Server;
import io.trove.server.Shared;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests whose address, media types or credentials cannot be read are told which, and fill nobody's log. */
class HeadsIT {

    private final Server server = Shared.onDerby();
    private final Ask ask = Ask.freshLedger(server);

    @ParameterizedTest
    @ValueSource(
            strings = {"garbage", "application/", "/json", "application/json;q=x", "application/json;q=", "a/b c/d"})
    void what_is_wanted_in_no_form_is_refused(String accept) {
        var answer = server.send(
                server.request(ask.events()).header("Accept", accept).build());

        assertRefused("Accept", answer);
        assertEquals(accept, text(answer, "/got"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                "application/json;q=0.5,, text/plain;q=0",
                "application/json; charset=\"utf-8\"; q=1.0",
                "application/vnd.trove.common+json , */*;q=0.001"
            })
    void whatever_a_client_may_send_is_understood(String accept) {
        var answer = server.send(
                server.request(ask.events()).header("Accept", accept).build());

        assertEquals(200, answer.statusCode(), answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "application/json, text/plain", "json;", "application/json;q=x"})
    void a_body_of_no_media_type_is_refused(String type) {
        var answer = server.send(server.request(ask.events())
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{\"type\":\"a.b\"}"))
                .build());

        assertRefused("Content-Type", answer);
    }

    @ParameterizedTest
    @CsvSource({
        "/%ff,The path",
        "/%ed%a0%80,The path",
        "?type=%ff,The query",
        "?type=%e2%82,The query",
    })
    void an_address_that_is_no_utf_8_is_refused(String address, String where) {
        assertRefused(where, ask.get(ask.events() + address));
    }

    @ParameterizedTest
    @CsvSource({
        "\\x,The path",
        "?type=%zz,The query",
        "?type={,The query",
        "/stream?type=%zz,The query",
        "/no/where?x=%,The query"
    })
    void an_address_that_is_none_is_refused(String address, String where) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), server.site().port())) {
            socket.getOutputStream()
                    .write(("GET " + ask.events() + address + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                                    + authorization() + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
            assertTrue(answer.contains("\"where\":\"" + where + "\""), answer);
        }
    }

    private String authorization() {
        return server.request("/").build().headers().firstValue("Authorization").orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YWRtaW4=", "Basic !!!", "Basic"})
    void credentials_that_are_none_are_refused_without_a_trace_in_the_log(String authorization) throws IOException {
        var log = Path.of(server.site().variables().get("WLP_OUTPUT_DIR"), "trove", "logs", "messages.log");
        var before = Files.readString(log).length();

        for (var path : new String[] {ask.events(), "/console"}) {
            var answer = server.send(HttpRequest.newBuilder(server.uri(path))
                    .header("Authorization", authorization)
                    .build());

            assertTrue(answer.statusCode() == 401 || answer.statusCode() == 429, "" + answer.statusCode());
            assertEquals("application/problem+json", header(answer, "Content-Type"));
        }
        var said = Files.readString(log).substring(before);
        assertFalse(said.contains("\tat "), said);
    }

    private static void assertRefused(String where, HttpResponse<String> answer) {
        assertEquals(400, answer.statusCode(), answer.body());
        assertEquals("application/problem+json", header(answer, "Content-Type"));
        assertEquals("urn:trove:problem:bad-request", text(answer, "/type"));
        assertEquals(where, text(answer, "/where"));
        assertFalse(text(answer, "/wanted").isEmpty());
    }
}
