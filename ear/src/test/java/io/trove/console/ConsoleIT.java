package io.trove.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.server.Server;
import io.trove.server.Shared;
import io.trove.server.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.Keys;

/** The console as a person meets it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleIT {

    private static final Duration PAGE_MAX = Duration.ofMinutes(3);
    private static final String MARKUP = "<img src=x onerror=alert(1)>";

    private Browser browser;
    private Server server;
    private String organization;

    @BeforeAll
    void open_a_browser() {
        browser = Browser.open();
        server = Shared.onDerby();
    }

    @AfterAll
    void close_the_browser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void make_an_organization() {
        organization = "acme-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        server.post("/api/organizations", "{\"name\":\"" + organization + "\"}");
    }

    @AfterEach
    void leave() {
        browser.go(server.uri("/console/login"));
        browser.addCookies(Map.of("TROVE_SESSION", "none"));
        browser.complaints();
    }

    @Test
    void a_visitor_signs_in_and_is_led_to_the_page_that_was_asked_for() {
        browser.go(server.uri(home("development")));
        assertEquals("Sign in · Trove", browser.title());

        signIn(Site.ADMIN_PASSWORD);

        awaitAddress(home("development"));
        assertEquals(organization + "/development", browser.find("h1").getText());
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void the_root_leads_to_the_console() {
        browser.go(server.uri("/"));
        signIn(Site.ADMIN_PASSWORD);

        awaitAddress("/console/home");
    }

    @Test
    void a_wrong_password_is_told_without_saying_what_was_wrong() {
        browser.go(server.uri("/console/login?to=https://evil.example/"));
        signIn("wrong");

        assertTrue(browser.find("[role=alert]").getText().contains("do not belong together"));
        assertEquals("admin", browser.find("#name").getAttribute("value"));
        assertEquals("", browser.find("#password").getAttribute("value"));
        assertEquals("/console/home", browser.find("[name=to]").getAttribute("value"));
        assertEquals(List.of(), browser.barriersInEveryLook("login-refused"));
    }

    @Test
    void the_home_page_shows_the_size_and_the_newest_events() {
        for (int i = 1; i <= 21; i++) {
            append("document.uploaded", "doc-" + i);
        }

        open("development");

        assertEquals("22", browser.find(".figures data").getAttribute("value"));
        assertEquals(20, browser.all(".events tbody tr").size());
        assertTrue(browser.all(".events tbody tr").get(0).getText().contains("doc-21"));
        assertTrue(browser.find(".events time").getAttribute("title").contains("20"), "the exact time is on hover");
        assertEquals(List.of(), browser.complaints());
        assertEquals(List.of(), browser.barriersInEveryLook("home"));
    }

    @Test
    void what_an_event_says_is_shown_and_never_run() {
        append(MARKUP, MARKUP);

        open("development");

        assertTrue(browser.shows(MARKUP));
        assertEquals(List.of(), browser.all("img"));
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void an_empty_ledger_shows_a_command_that_records_the_first_event() throws Exception {
        open("staging");
        assertEquals(List.of(), browser.barriersInEveryLook("home-empty"));

        var answer = run(browser.find("#append-command")
                .getText()
                .replace("-u admin ", "-s -u \"admin:" + Site.ADMIN_PASSWORD + "\" "));

        assertTrue(answer.startsWith("{\"position\":1,"), answer);
        browser.go(server.uri(home("staging")));
        assertTrue(browser.shows("document.uploaded"));
    }

    @Test
    void another_ledger_is_chosen_with_the_keyboard() {
        open("development");

        browser.find(".switcher summary").sendKeys(Keys.ENTER);
        browser.focused().sendKeys(Keys.TAB);
        while (!browser.focused().getText().equals(organization + "/staging")) {
            browser.focused().sendKeys(Keys.TAB);
        }
        browser.focused().sendKeys(Keys.ENTER);

        awaitAddress(home("staging"));
        assertEquals(organization + "/staging", browser.find("h1").getText());
    }

    @Test
    void the_reference_of_the_api_is_drawn_from_here_alone() {
        browser.go(server.uri("/openapi/ui/"));

        browser.awaits(() -> browser.shows("Append one event or several"));
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void one_cookie_is_all_that_a_session_leaves() {
        open("development");

        assertEquals(List.of("TROVE_SESSION"), browser.cookieNames());
    }

    @Test
    void the_first_tab_skips_to_the_content() {
        open("development");

        browser.find("body").sendKeys(Keys.TAB);

        assertEquals("Skip to the content", browser.focused().getText());
    }

    @Test
    void signing_out_ends_the_session_for_whoever_kept_its_cookie() {
        open("development");
        var kept = browser.cookie("TROVE_SESSION");

        browser.find(".who button").click();
        awaitAddress("/console/login");
        browser.addCookies(kept);
        browser.go(server.uri(home("development")));

        assertEquals("Sign in · Trove", browser.title());
    }

    @Test
    void a_page_that_is_not_there_says_so_and_leads_home() {
        open("development");
        browser.go(server.uri("/console/home?ledger=nobody/nowhere"));

        assertTrue(browser.shows("There is nothing here"));
        assertFalse(browser.shows("Exception"));
        assertEquals(List.of(), browser.barriersInEveryLook("not-found"));
    }

    @Test
    void the_login_page_has_no_barriers() {
        browser.go(server.uri("/console/login"));

        assertEquals("name", browser.focused().getAttribute("id"));
        assertEquals(List.of(), browser.barriersInEveryLook("login"));
        assertEquals(List.of(), browser.complaints());
    }

    private void open(String environment) {
        browser.go(server.uri(home(environment)));
        signIn(Site.ADMIN_PASSWORD);
        awaitAddress(home(environment));
    }

    private void signIn(String password) {
        browser.find("#name").clear();
        browser.find("#name").sendKeys("admin");
        browser.find("#password").sendKeys(password, Keys.ENTER);
    }

    private void awaitAddress(String path) {
        browser.awaits(() -> browser.address().equals(server.uri(path).toString()));
    }

    private String home(String environment) {
        return "/console/home?ledger=" + organization + "/" + environment;
    }

    private void append(String type, String entity) {
        var answer = server.post(
                "/api/" + organization + "/development/events",
                "{\"type\":\"" + type + "\",\"entity\":{\"type\":\"document\",\"id\":\"" + entity + "\"}}");
        assertEquals(201, answer.statusCode(), answer.body());
    }

    private static String run(String command) throws IOException, InterruptedException {
        var process = new ProcessBuilder("sh", "-c", command).start();
        assertTrue(process.waitFor(PAGE_MAX.toSeconds(), TimeUnit.SECONDS));
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
