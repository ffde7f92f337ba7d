package io.trove.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.server.Site;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A form does once what it asks for, overwrites nobody, and what was refused stays as it was typed. */
class FormsIT extends Visiting {

    @Test
    void nobody_is_added_over_somebody_who_has_the_name() {
        put(of("/principals/jane"), "{\"roles\":[{\"role\":\"reader\"}],\"disabled\":true}");
        visit("people", Map.of());
        browser.find("#name").sendKeys("jane");
        browser.find("#type option[value=webhook]").click();
        browser.find("#add").click();

        awaitRefusal("There is a principal of this name already: jane");
        assertEquals("told", browser.focused().getAttribute("class"));
        assertEquals("jane", browser.find("#name").getAttribute("value"));
        assertEquals("webhook", browser.find("#type").getAttribute("value"));
        assertEquals(Optional.of(Json.of("reader")), said("/principals/jane").at("/roles/0/role"));
        assertEquals(Optional.of(Json.of(true)), said("/principals/jane").at("/disabled"));
        assertEquals(List.of(), browser.barriersInEveryLook("people-taken"));
        browser.find("#name-said a").click();
        awaitHeading("jane user");
    }

    @Test
    void no_role_is_written_over_one_that_has_the_name() {
        put(of("/roles/clerk"), "{\"permissions\":[\"events.read\"],\"sees\":[{\"types\":[\"a.*\"]}]}");
        visit("role", Map.of());
        browser.find("#name").sendKeys("clerk");
        browser.find("[name=permission][value='events.read']").click();
        browser.find("#write").click();

        awaitRefusal("There is a role of this name already: clerk");
        assertTrue(said("/roles/clerk").at("/sees/0").isPresent());
        browser.find("#name-said a").click();
        browser.awaits(() -> browser.count("#name[readonly]") == 1);
        browser.find("[name=permission][value='links.write']").click();
        browser.find("#write").click();
        browser.awaits(() -> browser.shows("The role clerk holds this from now on"));
        assertTrue(said("/roles/clerk").at("/sees/0").isPresent());
    }

    @Test
    void what_somebody_else_changed_meanwhile_is_not_overwritten() {
        put(of("/principals/jane"), "{\"roles\":[{\"role\":\"reader\"}]}");
        visit("person", Map.of("name", "jane"));
        put(of("/principals/jane"), "{\"roles\":[{\"role\":\"reader\"},{\"role\":\"auditor\"}],\"disabled\":true}");
        browser.find("[name='grant.writer'][value=staging]").click();
        browser.find("#grant").click();

        awaitRefusal("Somebody else changed the principal jane meanwhile");
        assertTrue(browser.shows("You had ticked: writer in staging; reader everywhere."));
        assertEquals(Optional.of(Json.of(true)), said("/principals/jane").at("/disabled"));
        assertTrue(browser.find("[name='grant.auditor'][value='*']").isSelected());
        assertTrue(browser.find("[name=disabled]").isSelected());
        browser.find("[name='grant.writer'][value=staging]").click();
        browser.find("#grant").click();
        browser.awaits(() -> browser.shows("it holds from now on"));
        assertEquals(3, said("/principals/jane").at("/roles").orElseThrow().size());
    }

    @Test
    void of_a_role_that_somebody_else_changed_both_are_shown() {
        put(of("/roles/clerk"), "{\"permissions\":[\"events.read\"]}");
        visit("role", Map.of("name", "clerk"));
        put(of("/roles/clerk"), "{\"permissions\":[\"events.read\"],\"never\":[{\"types\":[\"a.*\"]}]}");
        browser.find("[name=permission][value='links.write']").click();
        browser.find("#write").click();

        awaitRefusal("Somebody else changed the role clerk meanwhile");
        assertTrue(browser.find("[aria-labelledby=meanwhile]").getText().contains("a.*"));
        assertTrue(browser.find("[name=permission][value='links.write']").isSelected());
        assertTrue(said("/roles/clerk").at("/never/0").isPresent());
        assertEquals(List.of(), browser.barriersInEveryLook("role-meanwhile"));
    }

    @Test
    void a_key_is_shown_once_and_made_once_however_often_its_form_is_sent_and_its_page_loaded() {
        put(of("/principals/importer"), "{}");
        visit("api-keys", Map.of());
        browser.find("#make").click();
        browser.awaits(() -> browser.has("#made-key"));
        var key = browser.find("#made-key").getText();
        browser.go(browser.address());
        assertFalse(browser.shows(key));
        assertTrue(browser.shows("The key was shown already"));
        assertEquals(1, said("/keys").at("/items").orElseThrow().size());

        visit("api-keys", Map.of());
        assertEquals(true, twice("keying", "make"));
        assertEquals(2, said("/keys").at("/items").orElseThrow().size());
    }

    @Test
    void a_job_is_started_once_however_often_its_form_is_sent() {
        visit("jobs", Map.of());
        browser.find("#kind option[value=verify]").click();

        assertEquals(true, twice("job-form", "start"));

        visit("jobs", Map.of());
        assertEquals(1, browser.count("#jobs tbody tr"));
    }

    @Test
    void what_a_job_was_asked_for_stays_as_it_was_typed_when_that_is_refused() {
        visit("jobs", Map.of());
        browser.find("#kind option[value=export]").click();
        browser.run("document.getElementById('since').value = '2026-03-15T10:30:15'");
        browser.find("[name=gzip]").click();
        browser.find("#job-form summary").click();
        browser.find("#options").sendKeys("{");
        browser.find("#start").click();

        browser.awaits(() -> browser.has(".told[role=alert]"));
        assertEquals("told", browser.focused().getAttribute("class"));
        assertEquals("2026-03-15T10:30:15", browser.find("#since").getAttribute("value"));
        assertTrue(browser.find("[name=gzip]").isSelected());
        assertTrue(browser.find("#options").isDisplayed());
        browser.find("#kind option[value=import]").click();
        browser.find("#onError option[value=stop]").click();
        browser.find("[name=leave]").click();
        browser.find("#start").click();
        browser.awaits(() -> "stop".equals(browser.find("#onError").getAttribute("value"))
                && browser.find("[name=leave]").isSelected());
    }

    @Test
    void whose_session_ended_in_the_middle_of_a_form_comes_back_to_its_page() {
        put(of("/principals/ok-1"), "{}");
        visit("person", Map.of("name", "ok-1"));
        browser.addCookies(Map.of("TROVE_SESSION", "none"));
        browser.find("#grant").click();
        signIn();
        awaitHeading("ok-1 user");
        assertTrue(browser.title().contains(ledger), browser.title());

        visit("jobs", Map.of());
        browser.addCookies(Map.of("TROVE_SESSION", "none"));
        browser.find("#start").click();
        signIn();
        awaitHeading("Jobs");
        assertTrue(browser.title().contains(ledger), browser.title());
    }

    @Test
    void a_page_with_a_star_in_its_address_is_gone_on_to_after_signing_in() {
        browser.addCookies(Map.of("TROVE_SESSION", "none"));
        var wanted = server.uri("/console/events?ledger=" + ledger + "&type=order.*,a:b@(c)!")
                .toString();
        browser.go(wanted);
        signIn();
        awaitHeading("Events");
        assertEquals(wanted, browser.address());
    }

    private void signIn() {
        browser.awaits(() -> browser.address().contains("/console/login"));
        browser.find("#name").sendKeys("admin");
        browser.find("#password").sendKeys(Site.ADMIN_PASSWORD, Keys.ENTER);
        browser.awaits(() -> !browser.address().contains("/console/login"));
    }

    /** Sends a form two times as it is, as an impatient one does where no script runs; whether both led to the same page. */
    private Object twice(String form, String button) {
        return browser.run("""
                const form = document.getElementById(arguments[0]);
                const said = new URLSearchParams(new FormData(form, document.getElementById(arguments[1])));
                const led = [1, 2].map(() => {
                    const request = new XMLHttpRequest();
                    request.open('POST', form.action, false);
                    request.send(said);
                    return request.responseURL;
                });
                return led[0] === led[1];""", form, button);
    }

    private void awaitRefusal(String text) {
        browser.awaits(() -> browser.has(".told[role=alert]") && browser.shows(text));
    }

    private String of(String path) {
        return "/api/organizations/" + ledger.substring(0, ledger.indexOf('/')) + path;
    }

    private Json said(String path) {
        return Json.parse(server.get(of(path)).body().getBytes(StandardCharsets.UTF_8));
    }
}
