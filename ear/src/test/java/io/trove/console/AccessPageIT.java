package io.trove.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Who may come in, and what they see. */
class AccessPageIT {

    private static final String PASSWORD = "correct horse battery staple";

    private Guest guest;

    @BeforeEach
    void arrive() {
        guest = Guest.arrive();
    }

    @AfterEach
    void leave() {
        if (guest != null) {
            guest.close();
        }
    }

    @Test
    void a_program_gets_a_key_that_is_shown_once_works_and_is_revoked() throws Exception {
        add("importer");
        tick("grant.writer", "development");
        guest.browser().find("#grant").click();
        guest.awaits("it holds from now on");

        guest.open("api-keys");
        guest.browser().find("#note").sendKeys(Guest.MARKUP);
        guest.browser().find("#make").click();
        guest.awaits("shown this once");
        var key = guest.browser().find("#made-key").getText();
        guest.assertSound("api-keys-made");

        assertEquals(201, appendWith(key));
        guest.open("api-keys");
        assertFalse(guest.browser().find("main").getText().contains(key));
        assertTrue(guest.browser().shows(Guest.MARKUP));
        assertTrue(guest.browser().all("img").isEmpty());

        guest.browser().find("td .danger").click();
        guest.awaits("This cannot be undone");
        guest.browser().find("#revoke").click();
        guest.awaits("opens nothing from now on");
        assertEquals(401, appendWith(key));
    }

    @Test
    void what_somebody_sees_is_shown_to_who_gives_the_roles() {
        guest.post("events", "{\"type\":\"account.opened\",\"entity\":{\"id\":\"a-1\"}}");
        guest.post("events", "{\"type\":\"session.held\",\"entity\":{\"id\":\"s-1\"}}");
        guest.open("role");
        guest.browser().find("#name").sendKeys("teacher");
        guest.browser().find("[name=permission][value='events.read']").click();
        press("#sees", "Add a rule");
        guest.browser().focused().sendKeys("session.*");
        guest.assertSound("role");
        guest.browser().find("#write").click();
        guest.awaits("The role teacher holds this from now on");
        guest.assertSound("roles");
        add("jane");
        tick("grant.teacher", "*");
        guest.browser().find("#grant").click();

        guest.awaits("sees a part");
        assertTrue(guest.browser().find(".events").getText().contains("session.held"));
        assertFalse(guest.browser().find(".events").getText().contains("account.opened"));
        guest.assertSound("person");
        guest.open("people");
        guest.assertSound("people");
    }

    @Test
    void what_rules_compare_with_is_set_beside_the_roles() {
        add("jane");
        tick("grant.reader", "development");
        guest.browser().find("#grant").click();
        guest.awaits("it holds from now on");
        guest.open("person?name=jane");
        press("#attributes", "Add an attribute");
        guest.browser().focused().sendKeys("subject", Keys.TAB, Keys.TAB, "maths");
        guest.browser().find("#entity-type").sendKeys("teacher");
        guest.browser().find("#entity-id").sendKeys("t-1");
        guest.browser().find("#compare").click();
        guest.awaits("it holds from now on");

        var jane = Json.parse(guest.server()
                .get("/api/organizations/" + guest.organization() + "/principals/jane")
                .body()
                .getBytes(StandardCharsets.UTF_8));
        assertEquals(Optional.of(Json.of("maths")), jane.at("/attributes/subject"));
        assertEquals(Optional.of(Json.of("teacher")), jane.at("/entity/type"));
        assertEquals(Optional.of(Json.of("t-1")), jane.at("/entity/id"));
        assertEquals(Optional.of(Json.of("reader")), jane.at("/roles/0/role"));
    }

    @Test
    void a_reader_finds_what_administers_closed_and_not_listed() {
        add("jane");
        tick("grant.reader", "development");
        guest.browser().find("#grant").click();
        guest.awaits("it holds from now on");
        guest.browser().find("#password").sendKeys(PASSWORD);
        guest.browser().find("#setPassword").click();
        guest.awaits("The password is set");
        guest.signIn(guest.organization() + "/jane", PASSWORD);

        guest.open("people");
        guest.awaits("This page is closed to you");
        assertTrue(guest.browser().shows("access.manage"));
        assertFalse(guest.browser().find("nav").getText().contains("Access"));
        guest.browser().complaints();
        guest.open("integrity");
        assertTrue(guest.browser().shows("The newest checkpoint"));
        assertTrue(guest.browser().all("#audit").size() == 0);
    }

    @Test
    void the_log_tells_who_opened_which_door() {
        add("jane");

        guest.open("journal");

        assertTrue(guest.browser().find(".events").getText().contains("access.principal.created"));
        guest.assertSound("journal");
    }

    @Test
    void a_rule_that_is_none_is_refused_and_kept_as_it_was_typed() {
        guest.open("role");
        guest.browser().find("#name").sendKeys("teacher");
        guest.browser().find("[name=permission][value='events.read']").click();
        open("#sees");
        guest.browser().find("#sees").sendKeys("[{\"kinds\": []}]");
        guest.awaits("This says more than fields can show");
        guest.browser().find("#write").click();

        guest.browser().awaits(() -> guest.browser().has("[role=alert]"));
        assertEquals("[{\"kinds\": []}]", guest.browser().find("#sees").getAttribute("value"));
        assertTrue(
                guest.browser().find("[name=permission][value='events.read']").isSelected());
    }

    @Test
    void a_rule_is_written_with_the_keyboard_by_fields_that_say_the_same_as_its_json() {
        guest.open("role");
        guest.browser().find("#name").sendKeys("teacher");
        press("#sees", "Add a rule");
        guest.browser().focused().sendKeys("session.*", Keys.TAB, Keys.ENTER);
        guest.browser().focused().sendKeys(Keys.TAB, "teacher", Keys.TAB, Keys.TAB);
        assertEquals(
                "[{\"types\":[\"session.*\"],\"where\":[{\"field\":\"index.teacher\",\"eq\":\"principal.id\"}]}]",
                said("sees"));
        guest.browser().focused().sendKeys("the texts", Keys.TAB, "jane, " + Guest.MARKUP);
        press("#masks", "Add masked fields");
        guest.browser().focused().sendKeys(Keys.TAB, "/payload/iban");
        guest.browser().find("#write").click();
        guest.awaits("The role teacher holds this from now on");

        guest.open("role?name=teacher");
        guest.browser().awaits(() -> guest.browser().count(".rule") == 2);
        assertEquals(
                "[{\"types\":[\"session.*\"],\"where\":[{\"eq\":[\"jane\",\"" + Guest.MARKUP
                        + "\"],\"field\":\"index.teacher\"}]}]",
                said("sees"));
        assertEquals("[{\"hide\":[\"/payload/iban\"]}]", said("masks"));
        guest.assertSound("role-rules");
        guest.browser().find(".row [aria-label='Remove this condition']").sendKeys(Keys.ENTER);
        assertEquals("[{\"types\":[\"session.*\"]}]", said("sees"));
    }

    /** What stands in the text, without the spaces that are there for people. */
    private String said(String id) {
        return (String) guest.browser()
                .run("return JSON.stringify(JSON.parse(document.getElementById(arguments[0]).value))", id);
    }

    private void open(String text) {
        guest.browser().run("document.querySelector(arguments[0]).closest('details').open = true", text);
    }

    /** Presses the button of the fields that stand for this text. */
    private void press(String text, String button) {
        guest.browser().awaits(() -> Boolean.TRUE.equals(guest.browser().run("""
                const found = [...document.querySelector(arguments[0]).closest('fieldset').querySelectorAll('button')]
                    .find(each => each.textContent === arguments[1]);
                found?.click();
                return Boolean(found);""", text, button)));
    }

    private void add(String name) {
        guest.open("people");
        guest.browser().find("#name").sendKeys(name);
        guest.browser().find("#add").click();
        guest.awaits(name + " is known now");
    }

    private void tick(String role, String environment) {
        guest.browser()
                .find("[name='" + role + "'][value='" + environment + "']")
                .click();
    }

    private int appendWith(String key) throws Exception {
        URI events = guest.server().uri("/api/" + guest.organization() + "/development/events");
        var request = HttpRequest.newBuilder(events)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"type\":\"document.uploaded\"}"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
