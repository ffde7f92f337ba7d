package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.server.Server;
import io.trove.server.Shared;
import io.trove.server.Site;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in to the console at an OpenID Connect provider, as a browser is led there and back. */
class ProviderIT {

    private static final String HOME = "/api/organizations/" + Shared.GUESTS;
    private static final String EVENTS = "/api/" + Shared.GUESTS + "/production/events";
    private static final String REFUSED = "/console/login?provider=refused";

    private final HttpClient browser = newBrowser();

    private static Server server() {
        return Shared.onDerby();
    }

    private static HttpClient newBrowser() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    @BeforeAll
    static void guests() {
        done(server().post("/api/organizations", "{\"name\": \"" + Shared.GUESTS + "\"}"));
        done(server().post(EVENTS, "{\"type\": \"guest.came\"}"));
    }

    @Test
    void who_signs_in_there_has_the_roles_of_their_groups_here_and_comes_to_the_page_that_they_asked_for() {
        Shared.issuer().visitedBy("eva", "[\"staff\"]");
        String wanted = "/console/events?ledger=" + Shared.GUESTS + "/production";
        String login = location(get(browser, server().uri(wanted)));
        HttpResponse<String> page = get(browser, server().uri(login));
        String way = page.body().replaceFirst("(?s).*id=\"provider\"[^>]*href=\"([^\"]+)\".*", "$1");
        assertTrue(way.startsWith("/console/sign-in?to="), way);

        HttpResponse<String> back = get(browser, atProvider(browser, way));
        assertEquals(wanted, location(back));
        assertTrue(
                back.headers().allValues("Set-Cookie").stream()
                        .anyMatch(cookie -> cookie.startsWith("TROVE_SESSION=") && cookie.contains("HttpOnly")),
                back.headers().toString());
        assertEquals(200, get(browser, server().uri(location(back))).statusCode());
        HttpResponse<String> events = get(browser, server().uri(EVENTS));
        assertTrue(events.body().contains("guest.came"), events.body());
        assertEquals(
                404, get(browser, server().uri("/api/demo/production/events")).statusCode());

        done(put(HOME + "/principals/eva", "{\"disabled\": true, \"roles\": []}"));
        assertEquals(401, get(browser, server().uri(EVENTS)).statusCode());
        HttpClient another = newBrowser();
        assertEquals(REFUSED, location(get(another, atProvider(another, "/console/sign-in"))));
        assertEquals(401, get(another, server().uri(EVENTS)).statusCode());
    }

    @Test
    void an_answer_that_is_not_this_browsers_or_comes_twice_lets_nobody_in() {
        Shared.issuer().visitedBy("ole", "[\"staff\"]");
        URI answer = atProvider(browser, "/console/sign-in?to=//evil.example.com/console/home");
        HttpClient another = newBrowser();
        assertEquals(REFUSED, location(get(another, answer)));
        atProvider(another, "/console/sign-in");
        assertEquals(REFUSED, location(get(another, answer)));
        assertEquals(401, get(another, server().uri(EVENTS)).statusCode());

        assertEquals("/console/home", location(get(browser, answer)), "an attempt of another ends none of this one");
        assertEquals(200, get(browser, server().uri(EVENTS)).statusCode());
        assertEquals(REFUSED, location(get(browser, answer)));
        URI wrong = server().uri("/console/signed-in?code=x&state=y");
        assertEquals(REFUSED, location(get(browser, wrong)));
        HttpResponse<String> told = get(newBrowser(), server().uri(REFUSED));
        assertTrue(told.body().contains("did not sign you in here"), told.body());
        assertFalse(told.body().contains(answer.getRawQuery()), told.body());
    }

    @Test
    void who_signs_out_here_signs_out_there_and_comes_back_to_the_login_page() {
        Shared.issuer().visitedBy("ida", "[\"staff\"]");
        get(browser, atProvider(browser, "/console/sign-in"));
        assertEquals(200, get(browser, server().uri(EVENTS)).statusCode());

        HttpResponse<String> left = send(browser, leaving());
        assertEquals(200, left.statusCode(), left.body());
        assertEquals(401, get(browser, server().uri(EVENTS)).statusCode());
        String on = left.headers().firstValue("Refresh").orElseThrow().replaceFirst("^0; url=", "");
        assertTrue(on.startsWith(Shared.issuer().address() + "/leave?from=trove&client_id="), on);
        assertTrue(left.body().contains("href=\"" + on.replace("&", "&amp;") + "\""), left.body());
        assertEquals("/console/login", location(get(browser, URI.create(on))));
    }

    @Test
    void who_signed_in_by_a_password_is_led_to_no_provider() {
        HttpRequest entering = fromItsOwnPage("/console/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("name=admin&password=" + Site.ADMIN_PASSWORD.replace(" ", "+")))
                .build();
        assertEquals("/console/home", location(send(browser, entering)));
        assertEquals("/console/login", location(send(browser, leaving())));
        assertEquals(401, get(browser, server().uri(EVENTS)).statusCode());
    }

    private static HttpRequest leaving() {
        return fromItsOwnPage("/console/logout").POST(BodyPublishers.noBody()).build();
    }

    private static HttpRequest.Builder fromItsOwnPage(String path) {
        return HttpRequest.newBuilder(server().uri(path))
                .header("Origin", server().uri("").toString());
    }

    /** Where the provider leads a browser that it was sent to from here. */
    private static URI atProvider(HttpClient browser, String way) {
        URI page = URI.create(location(get(browser, server().uri(way))));
        assertTrue(page.toString().startsWith(Shared.issuer().address() + "/page?"), page.toString());
        return URI.create(location(get(browser, page)));
    }

    private static String location(HttpResponse<String> answer) {
        String to = answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + ": " + answer.body()));
        String here = server().uri("").toString();
        return to.startsWith(here) && !to.contains("/console/signed-in") ? to.substring(here.length()) : to;
    }

    private static HttpResponse<String> get(HttpClient browser, URI address) {
        return send(browser, HttpRequest.newBuilder(address).build());
    }

    private static HttpResponse<String> send(HttpClient browser, HttpRequest request) {
        try {
            return browser.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
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
