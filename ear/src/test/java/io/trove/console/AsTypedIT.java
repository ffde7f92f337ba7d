package io.trove.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is typed goes to the API as it is, and is done once, whatever becomes of the answer. */
class AsTypedIT extends Visiting {

    private static final String EXACT = "12345678901234567890";

    @Test
    void json_that_a_browser_would_alter_is_refused_by_the_api_at_its_field() {
        long before = size();
        visit("record", Map.of("type", "a.b"));
        for (var typed : List.of("{\n \"n\": " + EXACT + "}", "{\n \"n\": 1e400}", "{\n \"n\": 1, \"n\": 2}")) {
            type("#payload textarea", typed);
            browser.find("#event-form > .button").click();
            await("#payload [data-pointer] > .fault:not([hidden])");
            assertTrue(browser.find("#payload .fault").getText().startsWith("Line 2, column "));
            assertTrue(browser.find("#answer .sorry").getText().startsWith("Line 2, column "));
        }
        type("#payload textarea", "{\"n\": 1.50}");
        record();

        assertEquals(before + 1, size());
        assertTrue(browser.complaints().stream().allMatch(each -> each.contains("400") || each.contains("/schemas/")));
    }

    @Test
    void a_number_of_a_form_goes_as_it_is_typed() {
        post("/schemas/a.b/versions", """
                {"schema": {"type": "object", "properties": {"n": {"type": "integer"}, "part": {"type": "number"}}}}""");
        visit("record", Map.of("type", "a.b"));
        await("[data-pointer='/payload/n']");
        type("[data-pointer='/payload/n'] input", EXACT);
        type("[data-pointer='/payload/part'] input", "-.50");
        browser.find("#event-form > .button").click();
        await("#answer .sorry");
        assertTrue(browser.find("[data-pointer='/payload/n'] .fault").getText().startsWith("The number " + EXACT));
        browser.find(".turn-form").click();
        assertTrue(browser.find("#payload textarea").getAttribute("value").contains(EXACT));
        browser.find(".turn-form").click();
        assertTrue(browser.find("#payload .fault").getText().contains("more than the fields can show"));

        type("#payload textarea", "{\"n\": 12, \"part\": -0.5}");
        browser.find(".turn-form").click();
        record();
        assertTrue(server.get(api("/events")).body().contains("\"payload\":{\"n\":12,\"part\":-0.5}"));
        assertTrue(browser.complaints().stream().allMatch(each -> each.contains("400")));
    }

    @Test
    void a_state_that_a_browser_would_alter_is_not_changed_to_another() {
        post("/entities/book/b-1", "{\"year\":1851}");
        long before = size();
        visit("entity", Map.of("type", "book", "id", "b-1"));
        type("#edited", "{\n\"year\": " + EXACT + "}");
        browser.find("#edit button").click();
        await("#answer .sorry");

        assertTrue(browser.find("#answer").getText().startsWith("Line 2, column "));
        assertTrue(browser.find("#edited-fault").getText().startsWith("Line 2, column "));
        assertEquals("edited", browser.focused().getDomAttribute("id"));
        assertEquals(before, size());
        assertTrue(browser.complaints().stream().allMatch(each -> each.contains("400")));
    }

    @Test
    void a_double_click_records_once_and_the_same_is_recorded_again_by_who_means_it() {
        post("/schemas/a.b/versions", "{\"schema\": true}");
        long before = size();
        visit("record", Map.of("type", "a.b"));
        browser.run("for (let i = 0; i < 2; i++) document.querySelector('#event-form > .button').click()");
        await("#answer .done a");
        assertEquals(List.of(), browser.barriersInEveryLook("record-done"));
        browser.find("#event-form > .button").click();
        browser.awaits(() -> browser.find("#said")
                .getAttribute("textContent")
                .equals("It is done already. Change something to record another."));
        assertEquals(before + 1, size());

        browser.find(".once-more button").click();
        browser.awaits(() -> size() == before + 2);
        type("#message", "another");
        browser.find("#event-form > .button").click();
        browser.awaits(() -> size() == before + 3);
    }

    @Test
    void what_nobody_answered_is_recorded_once_when_it_is_sent_again() {
        post("/schemas/a.b/versions", "{\"schema\": true}");
        long before = size();
        visit("record", Map.of("type", "a.b"));
        answering("await real(...asked); throw new TypeError('Failed to fetch')");
        browser.find("#event-form > .button").click();
        await("#answer .sorry");
        assertTrue(browser.find("#answer").getText().contains("it is not known what came of this"));
        answering("return new Response('{}', { status: 401 })");
        browser.find("#event-form > .button").click();
        browser.awaits(() -> browser.find("#answer").getText().startsWith("Your session ended."));

        record();
        assertEquals(before + 1, size());
    }

    @Test
    void a_name_that_is_a_way_through_an_address_is_refused_and_a_blank_is_not_taken_away() {
        long before = size();
        visit("record", Map.of("what", "entity", "type", "book"));
        for (var name : List.of("..", ".", "b-1 ")) {
            type("#id", name);
            browser.find("#entity-form > .button").click();
            await("#id-fault:not([hidden])");
            assertFalse(browser.find("#id-fault").getText().isEmpty());
        }
        assertEquals(before, size());
        browser.complaints();
    }

    /** The next request is answered so by the browser, and those after it by the server. */
    private void answering(String script) {
        browser.run("const real = window.fetch; window.fetch = async (...asked) => { window.fetch = real; " + script
                + "; }");
    }

    private void record() {
        browser.find("#event-form > .button").click();
        await("#answer .done a");
    }

    private long size() {
        return Long.parseLong(server.get(api("")).body().replaceFirst("(?s).*\"size\":(\\d+).*", "$1"));
    }

    private void type(String field, String text) {
        browser.find(field).clear();
        browser.find(field).sendKeys(text);
    }
}
