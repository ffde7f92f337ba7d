package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.server.Server;
import io.trove.server.Shared;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session of the console is of a principal and the password that opened it, not of a name. */
class SessionsIT {

    private static final String HOME = "/api/organizations/sessions";
    private static final String EVENTS = "/api/sessions/production/events";
    private static final String KIM = HOME + "/principals/kim";
    private static final String PASSWORD = "a password of kim's";

    private HttpClient session;

    private static Server server() {
        return Shared.onDerby();
    }

    @BeforeAll
    static void an_organization() {
        server().post("/api/organizations", "{\"name\": \"sessions\"}");
    }

    @BeforeEach
    void kim_signs_in() {
        setKim("{\"roles\": [{\"role\": \"reader\"}]}");
        setPassword(PASSWORD);
        session = signedIn(PASSWORD);
        assertEquals(200, events(session).statusCode());
    }

    @Test
    void who_gets_the_name_of_one_that_was_removed_has_not_their_session() {
        assertEquals(2, server().send(server().request(KIM).DELETE().build()).statusCode() / 100);
        assertEquals(401, events(session).statusCode());

        setKim("{\"roles\": [{\"role\": \"admin\"}]}");
        assertEquals(401, events(session).statusCode());
        setPassword(PASSWORD);
        assertEquals(401, events(session).statusCode());
        assertEquals(200, events(signedIn(PASSWORD)).statusCode());
    }

    @Test
    void a_disabled_principal_is_nobody() {
        setKim("{\"roles\": [{\"role\": \"reader\"}], \"disabled\": true}");
        assertEquals(401, events(session).statusCode());
    }

    @Test
    void another_password_ends_all_sessions_but_the_one_that_set_it() {
        HttpClient other = signedIn(PASSWORD);
        HttpResponse<String> set = send(
                session,
                HttpRequest.newBuilder(server().uri(KIM + "/password"))
                        .header("Content-Type", "application/json")
                        .header("Origin", server().uri("").toString())
                        .PUT(BodyPublishers.ofString("{\"password\": \"another password of kim's\"}")));
        assertEquals(200, set.statusCode(), set.body());

        assertEquals(200, events(session).statusCode());
        assertEquals(401, events(other).statusCode());

        setPassword(PASSWORD);
        assertEquals(401, events(session).statusCode());
    }

    @Test
    void a_stream_ends_with_the_password_that_opened_it() {
        var stream = session.sendAsync(
                HttpRequest.newBuilder(server().uri(EVENTS + "/stream?after=-1"))
                        .build(),
                BodyHandlers.ofLines());
        assertEquals(200, stream.join().statusCode());
        var told = stream.thenApplyAsync(answer -> answer.body().collect(Collectors.joining()));

        setPassword("another password of kim's");
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        server().post(EVENTS, "{\"type\": \"not.for.kim\"}");

        assertFalse(told.orTimeout(60, TimeUnit.SECONDS).join().contains("not.for.kim"));
    }

    /** A browser would ask for them by itself, and send them behind the back of whoever signs in next. */
    @Test
    void a_page_is_who_signed_in_there_and_no_browser_is_asked_for_names() {
        String console = server().uri("/console/home").toString();
        var byAdmin = HttpRequest.newBuilder(server().uri("/api/demo/development/events"))
                .header(
                        "Authorization",
                        server().request("/")
                                .build()
                                .headers()
                                .firstValue("Authorization")
                                .orElseThrow());

        assertEquals(200, send(session, byAdmin.copy()).statusCode());
        assertEquals(
                404, send(session, byAdmin.copy().header("Referer", console)).statusCode());
        assertEquals(
                200,
                send(HttpClient.newHttpClient(), byAdmin.copy().header("Referer", console))
                        .statusCode());

        var asked = HttpRequest.newBuilder(server().uri(EVENTS));
        assertTrue(challenge(asked.copy()).startsWith("Basic "));
        assertTrue(challenge(asked.copy().header("Sec-Fetch-Mode", "cors")).startsWith("Bearer "));
    }

    private static String challenge(HttpRequest.Builder request) {
        var answer = send(HttpClient.newHttpClient(), request);
        assertEquals(401, answer.statusCode());
        return answer.headers().firstValue("WWW-Authenticate").orElseThrow();
    }

    private static void setKim(String principal) {
        put(KIM, principal);
    }

    private static void setPassword(String password) {
        put(KIM + "/password", "{\"password\": \"" + password + "\"}");
    }

    private static void put(String path, String json) {
        HttpResponse<String> answer = server().send(server().request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json))
                .build());
        assertTrue(answer.statusCode() < 300, answer.body());
    }

    private static HttpClient signedIn(String password) {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        HttpResponse<String> answer = send(
                browser,
                HttpRequest.newBuilder(server().uri("/console/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "name=sessions/kim&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8))));
        assertEquals(302, answer.statusCode(), answer.body());
        return browser;
    }

    private static HttpResponse<String> events(HttpClient browser) {
        return send(browser, HttpRequest.newBuilder(server().uri(EVENTS)));
    }

    private static HttpResponse<String> send(HttpClient browser, HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
