package io.trove.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Writing schemas, and reading what they mean. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemasPageIT {

    private static final String TITLED =
            "{\"schema\":{\"type\":\"object\",\"properties\":{\"title\":{\"type\":\"string\"}}}}";
    private static final String MUST_BE_TITLED = "{\"schema\":{\"type\":\"object\",\"required\":[\"title\"]}}";

    private Guest guest;
    private String id;

    @BeforeAll
    void arrive() {
        guest = Guest.arrive();
    }

    @AfterAll
    void leave() {
        if (guest != null) {
            guest.close();
        }
    }

    @BeforeEach
    void name_a_schema() {
        id = "document.s" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
    }

    @Test
    void a_schema_is_written_and_registered() {
        guest.open("register");
        guest.browser().find("#id").sendKeys(id);
        type(TITLED);
        awaitVerdict("fits");
        guest.browser().find("#register").click();

        guest.awaits("The version is registered");
        assertTrue(guest.browser().shows("\"title\""));
        guest.open("schemas");
        assertTrue(guest.browser().shows(id));
        guest.assertSound("schemas");
    }

    @Test
    void a_version_that_breaks_is_refused_and_says_why_while_it_is_typed() {
        guest.post("schemas/" + id + "/versions", TITLED);

        guest.open("register?id=" + id);
        type(MUST_BE_TITLED);

        awaitVerdict("breaks");
        assertTrue(guest.browser().find("#verdict").getText().contains("must have the property title"));
        assertTrue(guest.browser()
                .find("#verdict")
                .getText()
                .contains("It is asked that a new version still accepts what the version before accepts."));
        assertEquals("{}", guest.browser().find("#verdict pre").getText());
        guest.assertSound("register-breaks");
        guest.browser().find("#register").click();
        assertTrue(guest.browser().find("[role=alert]").getText().contains("is not BACKWARD compatible"));
        assertEquals(MUST_BE_TITLED, guest.browser().find("#text").getAttribute("value"));
    }

    @Test
    void what_is_no_json_is_told_and_not_sent() {
        guest.open("register?id=" + id);
        type("{\"schema\": ");

        guest.browser().awaits(() -> !guest.browser().all("#verdict .sorry").isEmpty());
        assertTrue(guest.browser().find("#verdict").getText().contains("JSON"));
    }

    @Test
    void a_schema_is_tried_on_the_events_that_are_there() {
        for (var payload : new String[] {"{\"title\":\"a\"}", "{}", "{\"title\":\"c\"}"}) {
            guest.post("events", "{\"type\":\"" + id + "\",\"payload\":" + payload + "}");
        }

        guest.open("register?id=" + id);
        type(MUST_BE_TITLED);
        guest.browser().find("#try").click();

        guest.browser().awaits(() -> guest.browser().find("#tried").getText().contains("1 of 3 would be refused."));
        guest.assertSound("register-tried");
    }

    @Test
    void two_versions_are_held_against_each_other() {
        guest.post("schemas/" + id + "/versions", TITLED);
        guest.post(
                "schemas/" + id + "/versions",
                MUST_BE_TITLED.replaceFirst(
                        "\\{", "{\"compatibility\":\"NONE\",\"description\":\"" + Guest.MARKUP + "\","));

        guest.open("schema?id=" + id);

        assertTrue(guest.browser().shows("This version refuses what the earlier one accepted"));
        assertTrue(guest.browser().find(".diff .new").getText().contains("required"));
        assertTrue(guest.browser().shows(Guest.MARKUP));
        assertTrue(guest.browser().all("img").isEmpty());
        guest.assertSound("schema");
    }

    @Test
    void a_version_is_taken_out_of_use() {
        guest.post("schemas/" + id + "/versions", TITLED);

        guest.open("schema?id=" + id);
        guest.browser().find("#status option[value=disabled]").click();
        guest.browser().find("#change").click();

        guest.awaits("Version 1 is disabled now.");
        assertEquals("disabled", guest.browser().find(".facts .badge").getText());
        assertFalse(guest.browser().shows("Exception"));
    }

    @Test
    void a_ledger_can_ask_for_a_schema_of_every_event() {
        guest.open("schemas", "staging");
        guest.browser().find(".policy summary").click();
        guest.browser().find("#policy-schemas option:nth-of-type(2)").click();
        guest.browser().find("#setPolicy").click();

        guest.awaits("The ledger asks for this from now on");
        assertTrue(guest.browser().find(".policy summary").getText().contains("schemas are required"));
        assertEquals(
                422,
                guest.server()
                        .post("/api/" + guest.organization() + "/staging/events", "{\"type\":\"" + id + "\"}")
                        .statusCode());
    }

    @Test
    void a_schema_that_is_not_there_is_told_in_words() {
        guest.open("schema?id=nothing");

        assertTrue(guest.browser().shows("nothing"));
        assertFalse(guest.browser().shows("Exception"));
        guest.browser().complaints();
    }

    private void type(String text) {
        var field = guest.browser().find("#text");
        field.clear();
        field.sendKeys(text);
    }

    private void awaitVerdict(String word) {
        guest.browser().awaits(() -> guest.browser().find("#verdict").getText().contains(word));
    }
}
