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
        browser.find("#event-form button").click();
        await("#answer .sorry");
        assertTrue(browser.find("[data-pointer='/payload/note'] .fault").isDisplayed());
        assertTrue(browser.complaints().stream().allMatch(each -> each.contains("422")));

        browser.find("[data-pointer='/payload/note'] input").sendKeys("c");
        browser.find("#attached").sendKeys(note.toString());
        browser.find("#event-form button").click();
        await("#answer .done a");
        browser.find("#answer .done a").click();
        awaitHeading("account.deposited");

        assertTrue(browser.find("#raw")
                .getAttribute("textContent")
                .contains("\"payload\":{\"amount\":12,\"by\":{\"branch\":\"south\"},\"note\":\"abc\"}"));
        assertTrue(browser.find("#files").getText().contains("note.txt"));
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
        browser.run("document.getElementById('state').value = '{\"balance\": 10}'");
        browser.find("#entity-form button").click();
        await("#answer .done");

        visit("record", Map.of("what", "command"));
        run("{\"amount\": 11}");
        await("#answer .sorry");
        assertEquals("It was refused: Not enough money", browser.find("#answer").getText());
        run("{\"amount\": 9}");
        await("#answer .done a");
        assertEquals(List.of(), browser.barriersInEveryLook("record-command"));
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

    private void run(String payload) {
        browser.find("#type").clear();
        browser.find("#type").sendKeys("account.withdraw");
        browser.find("#entity-id").clear();
        browser.find("#entity-id").sendKeys("a-1");
        browser.run(
                "document.getElementById('state').value = arguments[0]; document.getElementById('answer').replaceChildren()",
                payload);
        browser.find("#command-form button").click();
    }
}
