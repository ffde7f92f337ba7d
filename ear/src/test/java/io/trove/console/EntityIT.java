package io.trove.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What a thing is, and was. */
class EntityIT extends Visiting {

    @Test
    void the_slider_shows_what_it_was_and_what_each_version_changed() {
        printings(4);
        visit("entity", Map.of("type", "book", "id", "b-1"));
        assertTrue(browser.find("#state-tree").getText().contains("\"Moby 4\""));

        browser.find("#slider").sendKeys(Keys.ARROW_LEFT, Keys.ARROW_LEFT);
        browser.awaits(() -> browser.address().endsWith("version=2"));
        browser.awaits(() -> browser.find("#state-title").getText().equals("What it was"));

        assertTrue(browser.find("#state-tree").getText().contains("\"Moby 2\""));
        assertEquals(
                "title \"Moby 1\" \"Moby 2\"",
                browser.find("#then .difference tbody tr").getText());
        assertTrue(browser.find("#timeline li.here").getText().startsWith("Version 2"));
        assertEquals(List.of(), browser.barriersInEveryLook("entity"));
    }

    @Test
    void the_address_of_a_version_shows_that_version_without_the_slider() {
        printings(3);
        visit("entity", Map.of("type", "book", "id", "b-1", "version", "1"));

        assertEquals("1 of 3", browser.find("#slider-said").getText());
        assertTrue(browser.find("#state-tree").getText().contains("\"Moby 1\""));
    }

    @Test
    void a_version_that_there_is_not_is_nowhere() {
        printings(2);
        for (var version : List.of("3", "0", "-1", "abc")) {
            visit("entity", Map.of("type", "book", "id", "b-1", "version", version));
            assertTrue(browser.shows("It has no version " + version + "."), version);
            assertFalse(browser.has("#state-tree"));
        }
        assertTrue(browser.complaints().stream().allMatch(each -> each.contains("404")));
        browser.find("main p a").click();
        browser.awaits(() -> browser.has("#state-tree"));
        assertEquals("2 of 2", browser.find("#slider-said").getText());
    }

    @Test
    void what_it_would_be_under_another_fold_is_told_beside_what_counts() {
        post("/schemas/account.deposited/versions", """
                {"schema": {"type": "object"}, "fold": {
                    "default": "{'balance': double(state != null && has(state.balance) ? state.balance : 0) + double(event.payload.amount)}",
                    "times": "{'times': double(state != null && has(state.times) ? state.times : 0) + 1.0}"}}""");
        for (int amount = 1; amount <= 2; amount++) {
            append(
                    "{\"type\":\"account.deposited\",\"entity\":{\"type\":\"account\",\"id\":\"a-1\"},\"payload\":{\"amount\":%d}}"
                            .formatted(amount));
        }
        visit("entity", Map.of("type", "account", "id", "a-1"));
        browser.find("details.as summary").click();
        browser.find("#as").sendKeys("times", Keys.ENTER);
        await("#elsewise");

        assertEquals("What it would be", browser.find("#state-title").getText());
        assertTrue(browser.find("#elsewise table").getText().contains("balance 3 —"));
        assertTrue(browser.find("#elsewise table").getText().contains("times — 2"));
        assertFalse(browser.has("#change"));
        assertEquals(List.of(), browser.barriersInEveryLook("entity-fold"));
        browser.find("#elsewise a").click();
        await("#change");

        visit("entity", Map.of("type", "account", "id", "a-1", "as", "tmies"));
        assertTrue(browser.find("#elsewise").getText().contains("no schema of the events below has such a fold"));
    }

    @Test
    void an_entity_whose_fold_failed_at_its_first_event_says_so() {
        post("/schemas/account.deposited/versions", """
                {"schema": {"type": "object"}, "fold": "{'balance': state.balance + event.payload.amount}"}""");
        append(
                "{\"type\":\"account.deposited\",\"entity\":{\"type\":\"account\",\"id\":\"a-1\"},\"payload\":{\"amount\":1}}");
        visit("entity", Map.of("type", "account", "id", "a-1"));

        assertTrue(browser.find(".warn").getText().contains("Its fold failed at position"));
        assertTrue(browser.shows("It has no state, for its fold failed at its first event."));
        assertTrue(browser.shows("No event has changed it yet."));
        assertEquals(List.of(), browser.barriersInEveryLook("entity-parked"));
        assertFalse(browser.has("#change"));

        browser.find("#retry button").click();
        browser.awaits(() -> browser.find("#timeline").getText().contains("entity.retried"));
        append(
                "{\"type\":\"account.created\",\"entity\":{\"type\":\"account\",\"id\":\"a-1\"},\"payload\":{\"balance\":5}}");
        browser.find("#reason").sendKeys("there was no account yet");
        browser.find("#skip button").click();
        await("#state-tree");
        assertTrue(browser.find("#state-tree").getText().contains("5"));
        assertFalse(browser.has("#mend"));
        assertTrue(browser.find("#audit").getText().contains("entity.skipped"));
    }

    @Test
    void it_is_changed_related_and_deleted_by_events() {
        printings(1);
        visit("entity", Map.of("type", "book", "id", "b-1"));
        browser.run("document.getElementById('edited').value = JSON.stringify({title: 'Moby Dick'})");
        browser.find("#edit button").click();
        browser.awaits(() -> browser.has("#slider[max='2']"));
        assertTrue(browser.find("#state-tree").getText().contains("\"Moby Dick\""));

        browser.find("#relation").sendKeys("writtenBy");
        browser.find("#target-type").sendKeys("author");
        browser.find("#target-id").sendKeys("melville");
        browser.find("#relate button").click();
        browser.awaits(() -> browser.has("#slider[max='3']"));
        assertTrue(browser.find("#relations").getText().contains("author melville"));

        browser.find(".unrelate").sendKeys(Keys.ENTER);
        browser.awaits(() -> browser.has("#slider[max='4']"));
        assertTrue(browser.find("#relations").getText().contains("related with nothing"));

        browser.find("#remove button").click();
        browser.awaits(() -> browser.has("#slider[max='5']"));
        assertTrue(browser.find("#state-title").getText().contains("deleted"));
        assertEquals(5, browser.count("#audit tbody tr"));

        assertFalse(browser.has("#remove"));
        assertEquals("Create it again", browser.find("#edit button").getText());
        browser.find("#edit button").click();
        browser.awaits(() -> browser.has("#slider[max='6']"));
        assertFalse(browser.find("#state-title").getText().contains("deleted"));
        assertTrue(browser.find("#state-tree").getText().contains("\"Moby Dick\""));
    }

    @Test
    void the_timeline_turns_its_pages_and_has_the_version_that_is_shown() {
        printings(35);
        visit("entity", Map.of("type", "book", "id", "b-1"));
        assertEquals("Version 35", browser.find("#timeline li.here .at").getText());
        assertEquals(30, browser.count("#timeline li"));

        browser.find("#timeline [rel=next]").click();
        browser.awaits(() -> browser.count("#timeline li") == 5);
        assertEquals("Version 5", browser.find("#timeline li .at").getText());
        assertFalse(browser.has("#timeline [rel=next]"));

        browser.find("#slider").sendKeys(Keys.HOME);
        browser.awaits(() ->
                "Version 1".equals(browser.run("return document.querySelector('#timeline .here .at')?.textContent")));
        browser.find("#timeline [rel=prev]").click();
        browser.awaits(() -> browser.count("#timeline li") == 30);
        assertTrue(browser.address().contains("version=1"), browser.address());
    }

    @Test
    void what_only_others_name_has_relations_and_no_state() {
        append("{\"type\":\"entity.linked\",\"entity\":{\"type\":\"book\",\"id\":\"b-1\"},"
                + "\"payload\":{\"type\":\"writtenBy\",\"target\":{\"type\":\"author\",\"id\":\"melville\"}}}");
        visit("entity", Map.of("type", "author", "id", "melville"));

        assertTrue(browser.find("#relations").getText().contains("is writtenBy of"));
        assertTrue(browser.find("#then").getText().contains("it has no state"));
        assertFalse(browser.has("#slider"));
        browser.run("document.getElementById('edited').value = '{\"name\": \"Herman\"}'");
        browser.find("#edit button").click();
        browser.awaits(() -> browser.has("#state-tree .value"));
        assertTrue(browser.find("#state-tree").getText().contains("\"Herman\""));
    }

    @Test
    void a_change_that_somebody_else_was_quicker_with_is_refused() {
        printings(1);
        visit("entity", Map.of("type", "book", "id", "b-1"));
        post(
                "/events",
                "{\"type\":\"book.updated\",\"entity\":{\"type\":\"book\",\"id\":\"b-1\"},\"payload\":{\"title\":\"Taken\"}}");
        browser.run("document.getElementById('edited').value = '{}'");
        browser.find("#edit button").click();
        await("#answer .sorry");

        assertTrue(browser.find("#answer").getText().startsWith("Somebody changed it meanwhile"));
        assertTrue(browser.find("#answer a").getAttribute("href").contains("id=b-1"));
        assertTrue(browser.complaints().stream().allMatch(each -> each.contains("412")));
    }

    @Test
    void entities_are_found_by_what_they_are() {
        post("/entities/book/old", "{\"year\":1851,\"title\":\"" + MARKUP + "\"}");
        post("/entities/book/new", "{\"year\":2001}");
        visit("entities", Map.of());
        browser.find("#e-type").sendKeys("book");
        browser.find("#e-path").sendKeys("year");
        browser.find("#e-compare").sendKeys("is less");
        browser.find("#e-value").sendKeys("1900", Keys.ENTER);
        await(".chips");
        assertTrue(browser.find(".chips").getText().contains("year is less than 1900"));
        browser.awaits(() -> {
            browser.go(browser.address());
            return browser.count("#entities tbody tr") == 1;
        });

        assertTrue(browser.find("#entities").getText().contains(MARKUP));
        assertEquals(0, browser.count("img"));
        assertEquals(List.of(), browser.barriersInEveryLook("entities"));
        browser.find("#entities a").click();
        awaitHeading("book old");
    }

    @Test
    void what_nothing_happened_to_is_said_to_be_not_there() {
        visit("entity", Map.of("type", "book", "id", "nobody"));

        assertEquals("No such entity", browser.find("h1").getText());
        browser.complaints();
    }

    private void printings(int count) {
        for (int i = 1; i <= count; i++) {
            append("{\"type\":\"book." + (i == 1 ? "created" : "updated")
                    + "\",\"entity\":{\"type\":\"book\",\"id\":\"b-1\"},\"payload\":{\"title\":\"Moby " + i + "\"}}");
        }
    }
}
