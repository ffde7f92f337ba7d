package io.trove.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** What a person records by hand. */
class RecordIT extends Visiting {

    @Test
    void an_event_is_recorded_by_a_form_made_from_its_schema(@TempDir Path folder) throws IOException {
        var note = Files.writeString(folder.resolve("note.txt"), "hello");
        post("/schemas/account.deposited/versions", """
                {"schema": {"type": "object", "required": ["amount"], "properties": {
                    "amount": {"type": "number"}, "cash": {"type": "boolean"}, "note": {"type": "string", "minLength": 3},
                    "by": {"type": "object", "properties": {"branch": {"enum": ["north", "south"]}}}}}}""");
        visit("record", Map.of("type", "account.deposited"));
        await("[data-pointer='/payload/amount']");
        assertEquals(List.of(), browser.barriersInEveryLook("record"));

        browser.find("#entity-id").sendKeys("a-1");
        browser.find("[data-pointer='/payload/amount'] input").sendKeys("12");
        browser.find("[data-pointer='/payload/note'] input").sendKeys("ab");
        browser.find("[data-pointer='/payload/by/branch'] select").sendKeys("south");
        browser.find("#event-form > .button").click();
        await("#answer .sorry");
        assertTrue(browser.find("[data-pointer='/payload/note'] .fault").isDisplayed());
        assertTrue(browser.complaints().stream().allMatch(each -> each.contains("422")));

        browser.find("[data-pointer='/payload/note'] input").sendKeys("c");
        browser.find("#attached").sendKeys(note.toString());
        browser.find("#event-form > .button").click();
        await("#answer .done a");
        browser.find("#answer .done a").click();
        awaitHeading("account.deposited");

        assertTrue(browser.find("#raw")
                .getAttribute("textContent")
                .contains("\"payload\":{\"amount\":12,\"by\":{\"branch\":\"south\"},\"note\":\"abc\"}"));
        assertTrue(browser.find("#files").getText().contains("note.txt"));
    }

    @Test
    void lists_and_what_is_within_them_have_fields_and_json_says_the_rest() {
        post("/schemas/order.placed/versions", """
                {"schema": {"type": "object", "required": ["lines"], "properties": {
                    "tags": {"type": "array", "maxItems": 2, "items": {"type": "string", "minLength": 2}},
                    "by": {"type": "array", "uniqueItems": true, "items": {"enum": ["web", "phone"]}},
                    "lines": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/line"}}},
                  "$defs": {"line": {"type": "object", "title": "Line", "required": ["sku"], "properties": {
                    "sku": {"type": "string"}, "notes": {"type": "array", "items": {"type": "string"}}}}}}}""");
        visit("record", Map.of("type", "order.placed"));
        await(at("lines/0/sku"));
        browser.find(at("tags") + " > button").sendKeys(Keys.ENTER);
        browser.focused().sendKeys("a");
        browser.find(at("tags") + " > button").sendKeys(Keys.ENTER);
        browser.focused().sendKeys("red");
        assertEquals("true", browser.find(at("tags") + " > button").getDomAttribute("aria-disabled"));
        browser.find(at("by") + " input").click();
        browser.find(at("lines/0/sku") + " input").sendKeys("A-1");
        browser.find(at("lines") + " > button").click();
        browser.find(at("lines/1/sku") + " input").sendKeys("B-2");
        browser.find(at("lines/1/notes") + " > button").click();
        browser.focused().sendKeys("gift");
        assertEquals(List.of(), browser.barriersInEveryLook("record-lists"));

        browser.find("#event-form > .button").click();
        await("#answer .sorry");
        assertTrue(browser.find(at("tags/0") + " .fault").isDisplayed());
        assertTrue(browser.complaints().stream().allMatch(each -> each.contains("422")));
        browser.find("[aria-label='Remove tags 1']").sendKeys(Keys.ENTER);
        assertEquals("Remove tags 1", browser.focused().getDomAttribute("aria-label"));
        assertEquals("red", browser.find(at("tags/0") + " input").getAttribute("value"));

        browser.find(".turn-form").click();
        var said = browser.find("#payload textarea").getAttribute("value");
        browser.find("#payload textarea").clear();
        browser.find("#payload textarea").sendKeys(said.replaceFirst("\\{", "{\"more\": null,"));
        browser.find(".turn-form").click();
        assertTrue(browser.find("#payload .fault").getText().contains("more than the fields can show"));
        browser.find("#payload textarea").clear();
        browser.find("#payload textarea").sendKeys(said);
        browser.find(".turn-form").click();
        browser.find("#event-form > .button").click();
        await("#answer .done a");
        browser.find("#answer .done a").click();
        awaitHeading("order.placed");
        assertTrue(browser.find("#raw")
                .getAttribute("textContent")
                .contains("\"payload\":{\"by\":[\"web\"],\"lines\":[{\"sku\":\"A-1\"},"
                        + "{\"notes\":[\"gift\"],\"sku\":\"B-2\"}],\"tags\":[\"red\"]}"));
    }

    private static String at(String pointer) {
        return "[data-pointer='/payload/" + pointer + "']";
    }

    @Test
    void an_entity_is_created_and_a_command_decides_on_it() {
        put(api("/commands/account.withdraw"), """
                {"entityType": "account", "when": "state != null && state.balance >= command.payload.amount",
                 "then": [{"type": "account.withdrawn", "payload": "{'amount': command.payload.amount}"}],
                 "otherwise": "Not enough money"}""");
        visit("record", Map.of("what", "entity"));
        browser.find("#type").sendKeys("account");
        browser.find("#id").sendKeys("a-1");
        browser.find("#state textarea").sendKeys("{\"balance\":");
        browser.find("#entity-form > .button").click();
        await("#answer .sorry");
        assertTrue(browser.find("#state .fault").getText().contains("not JSON"));
        assertEquals("textarea", browser.focused().getTagName());
        browser.focused().sendKeys(" 10}");
        assertFalse(browser.find("#state .fault").isDisplayed());
        browser.find("#entity-form > .button").click();
        await("#answer .done");

        visit("record", Map.of("what", "command"));
        run("account.withdraw", "#sent textarea", "{\"amount\": 11}");
        await("#answer .sorry");
        assertEquals("It was refused: Not enough money", browser.find("#answer").getText());
        run("account.withdraw", "#sent textarea", "{\"amount\": 9}");
        await("#answer .done a");
        assertTrue(browser.complaints().stream()
                .allMatch(each -> each.contains("/schemas/account.") && each.contains("404")));
    }

    @Test
    void a_command_is_run_by_a_form_made_from_the_schema_of_its_name() {
        put(api("/commands/account.withdraw"), """
                {"entityType": "account", "description": "Money is asked for",
                 "then": [{"type": "account.withdrawn", "payload": "command.payload"}]}""");
        post("/schemas/account.withdraw/versions", """
                {"schema": {"type": "object", "required": ["amount"], "properties": {
                    "amount": {"type": "number", "title": "How much"}, "for": {"enum": ["rent", "food"]}}}}""");
        visit("record", Map.of("what", "command", "type", "account.withdraw", "entity", "a-1"));
        await("[data-pointer='/payload/amount']");
        assertTrue(
                browser.find("#type-said").getText().contains("Money is asked for. For entities of the type account."));
        assertEquals(List.of(), browser.barriersInEveryLook("record-command"));

        browser.find("#command-form > .button").click();
        assertTrue(browser.focused().getDomAttribute("aria-describedby").endsWith("-fault"));
        browser.find("[data-pointer='/payload/for'] select").sendKeys("rent");
        browser.find("[data-pointer='/payload/amount'] input").sendKeys("12", Keys.ENTER);
        await("#answer .done a");
        browser.find("#answer .done a").click();
        awaitHeading("account.withdrawn");

        assertTrue(browser.find("#raw")
                .getAttribute("textContent")
                .contains("\"payload\":{\"amount\":12,\"for\":\"rent\"}"));
    }

    @Test
    void two_events_are_linked() {
        append("{\"id\":{\"id\":\"one\"},\"type\":\"a.b\"}");
        append("{\"id\":{\"id\":\"two\"},\"type\":\"a.c\"}");
        visit("record", Map.of("what", "link", "source", "two"));
        browser.find("#target").sendKeys("one", Keys.ENTER);
        await("#answer .done a");
        browser.find("#answer .done a").click();
        await("#graph .node");

        assertEquals(2, browser.count("#graph .node"));
    }

    @Test
    void who_may_only_read_finds_no_way_to_record() {
        append(
                "{\"type\":\"book.created\",\"entity\":{\"type\":\"book\",\"id\":\"b-1\"},\"payload\":{\"title\":\"Moby\"}}");
        as("reader", () -> {
            visit("entity", Map.of("type", "book", "id", "b-1"));
            assertEquals("book b-1", browser.find("h1").getText());
            assertFalse(browser.has("#change"));
            assertFalse(browser.has(".rooms a[href*='/console/record']"));
            visit("record", Map.of());
            assertTrue(browser.shows("This page is closed to you"));
            browser.complaints();
        });
    }

    private void run(String type, String field, String payload) {
        browser.run("document.getElementById('answer').replaceChildren()");
        fill("#type", type);
        fill("#entity-id", "a-1");
        fill(field, payload);
        browser.find("#command-form > .button").click();
    }

    private void fill(String field, String text) {
        browser.find(field).clear();
        browser.find(field).sendKeys(text);
    }
}
