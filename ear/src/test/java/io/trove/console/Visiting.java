package io.trove.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.server.Server;
import io.trove.server.Site;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A person who is signed in and looks at the ledger of an organization of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Visiting {

    static final String MARKUP = Guest.MARKUP;

    Guest guest;
    Browser browser;
    Server server;
    String ledger;

    @BeforeAll
    void arrive() {
        guest = Guest.arrive();
        browser = guest.browser();
        server = guest.server();
    }

    @AfterAll
    void leave() {
        if (guest != null) {
            guest.close();
        }
    }

    @BeforeEach
    void make_an_organization() {
        var organization = "acme-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        server.post("/api/organizations", "{\"name\":\"" + organization + "\"}");
        ledger = organization + "/development";
        browser.complaints();
    }

    @AfterEach
    void nothing_was_complained_of() {
        assertEquals(List.of(), browser.complaints());
    }

    /** A page of the console about the ledger. */
    void visit(String page, Map<String, String> parameters) {
        var query = parameters.entrySet().stream()
                .map(each -> "&" + encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining());
        browser.go(server.uri("/console/" + page + "?ledger=" + ledger + query));
    }

    String api(String path) {
        return "/api/" + ledger + path;
    }

    HttpResponse<String> post(String path, String json) {
        var answer = server.post(api(path), json);
        assertEquals(2, answer.statusCode() / 100, answer.body());
        return answer;
    }

    void put(String path, String json) {
        var answer = server.send(server.request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json))
                .build());
        assertEquals(2, answer.statusCode() / 100, answer.body());
    }

    void append(String json) {
        post("/events", json);
    }

    void await(String selector) {
        browser.awaits(() -> browser.has(selector));
    }

    /** Signs in a principal of the organization who has this role, until the page was looked at. */
    void as(String role, Runnable visit) {
        var organization = ledger.substring(0, ledger.indexOf('/'));
        var jane = "/api/organizations/" + organization + "/principals/jane";
        put(jane, "{\"type\":\"user\",\"roles\":[{\"role\":\"" + role + "\"}]}");
        put(jane + "/password", "{\"password\":\"a password of a reader\"}");
        guest.signIn(organization + "/jane", "a password of a reader");
        try {
            visit.run();
        } finally {
            guest.signIn("admin", Site.ADMIN_PASSWORD);
        }
    }

    /** Waits for a page by what stands above it. */
    void awaitHeading(String text) {
        browser.awaits(
                () -> text.equals(browser.run("const h1 = document.querySelector('h1'); return h1 && h1.textContent")));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
