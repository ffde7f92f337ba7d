package io.trove.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.server.Server;
import io.trove.server.Shared;
import io.trove.server.Site;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.Keys;

/** Somebody at the console of the shared server, signed in as its administrator, with an organization of their own. */
final class Guest implements AutoCloseable {

    static final String MARKUP = "<img src=x onerror=alert(1)>";

    private final Browser browser;
    private final Server server;
    private final String organization;

    private Guest(Browser browser, Server server) {
        this.browser = browser;
        this.server = server;
        this.organization = "acme-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
    }

    static Guest arrive() {
        var guest = new Guest(Browser.open(), Shared.onDerby());
        guest.server.post("/api/organizations", "{\"name\":\"" + guest.organization + "\"}");
        guest.signIn("admin", Site.ADMIN_PASSWORD);
        return guest;
    }

    Browser browser() {
        return browser;
    }

    Server server() {
        return server;
    }

    String organization() {
        return organization;
    }

    void signIn(String name, String password) {
        browser.go(server.uri("/console/login"));
        browser.addCookies(Map.of("TROVE_SESSION", "none"));
        browser.go(server.uri("/console/login"));
        browser.find("#name").sendKeys(name);
        browser.find("#password").sendKeys(password, Keys.ENTER);
        browser.awaits(() -> !browser.address().contains("/console/login"));
    }

    /** A page about the organization's environment {@code development}. */
    void open(String page) {
        open(page, "development");
    }

    void open(String page, String environment) {
        var mark = page.contains("?") ? "&" : "?";
        browser.go(server.uri("/console/" + page + mark + "ledger=" + organization + "/" + environment));
    }

    /** Waits until the page shows it. */
    void awaits(String text) {
        browser.awaits(() -> browser.shows(text));
    }

    /** That nothing on the page fails, is stopped, or keeps anybody out; with pictures. */
    void assertSound(String name) {
        assertEquals(List.of(), browser.complaints());
        assertEquals(List.of(), browser.barriersInEveryLook(name));
    }

    /** What the API of {@code development} answers. */
    String post(String path, String json) {
        var answer = server.post("/api/" + organization + "/development/" + path, json);
        assertTrue(answer.statusCode() < 300, answer.body());
        return answer.body();
    }

    @Override
    public void close() {
        browser.close();
    }
}
