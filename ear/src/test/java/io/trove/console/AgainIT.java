package io.trove.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What did not work is tried again from its list, one by one or all of it. */
class AgainIT extends Visiting {
    private static final int TRIES_MAX = 50;

    @Test
    void entities_whose_fold_failed_are_folded_again_or_go_on_without_the_event() {
        post("/schemas/account.deposited/versions", """
                {"schema": {"type": "object"}, "fold": "{'balance': state.balance + event.payload.amount}"}""");
        for (var id : List.of("a-1", "a-2", MARKUP)) {
            append("{\"type\":\"account.deposited\",\"entity\":{\"type\":\"account\",\"id\":\"" + id
                    + "\"},\"payload\":{\"amount\":1}}");
        }
        browser.awaits(() -> server.get(api("/entities?parked=true")).body().contains(MARKUP));
        visit("entities", Map.of("parked", "true"));
        await("form.again:not([hidden])");
        assertEquals(3, browser.count("#entities tbody tr"));
        assertTrue(browser.find("#entities").getText().contains("at position"));
        assertEquals(List.of(), browser.barriersInEveryLook("entities-parked"));

        visit("entities", Map.of("parked", "true", "type", "order"));
        assertTrue(browser.shows("No fold has failed here."));
        visit("entities", Map.of("parked", "true", "type", "account"));
        await("form.again:not([hidden])");
        assertEquals(3, browser.count("#entities tbody tr"));

        browser.find(".again [value=ticked]").click();
        assertEquals(
                "Tick those that you mean first.", browser.find(".again-said").getText());
        browser.find("[data-name='account a-2']").click();
        browser.find(".again [value=ticked]").click();
        await(".again-said .faults");
        assertTrue(browser.find(".again-said").getText().startsWith("It did not help with 1 of them"));
        assertTrue(browser.find(".again-said .faults").getText().contains("account a-2 fails at position"));
        browser.find(".again [value=all]").click();
        browser.awaits(() -> browser.shows("It did not help with 3 of them"));

        browser.find("#reason").sendKeys("there was no account yet");
        browser.find("[data-path='/skip']").click();
        browser.awaits(() -> browser.shows("1 entity goes on."));
        browser.find("[data-tick=all]").click();
        browser.find("[data-path='/skip']").click();
        browser.awaits(() -> browser.shows("2 entities go on."));
        assertEquals(0, browser.count("[data-post]"));
        browser.awaits(() -> server.get(api("/entities?parked=true")).body().contains("\"items\":[]"));

        visit("entities", Map.of("parked", "true"));
        assertTrue(browser.shows("No fold has failed here."));
        assertFalse(browser.has("form.again"));
    }

    @Test
    void of_more_failed_folds_than_a_page_has_those_of_a_type_are_found() {
        for (var type : List.of("account.deposited", "order.weighed")) {
            post("/schemas/" + type + "/versions", """
                    {"schema": {"type": "object"}, "fold": "{'sum': state.sum + event.payload.n}"}""");
        }
        append(Stream.concat(
                        IntStream.range(0, 60)
                                .mapToObj(n ->
                                        "{\"type\":\"account.deposited\",\"entity\":{\"type\":\"account\",\"id\":\"a-"
                                                + n + "\"},\"payload\":{\"n\":1}}"),
                        Stream.of(
                                "{\"type\":\"order.weighed\",\"entity\":{\"type\":\"order\",\"id\":\"o-1\"},\"payload\":{\"n\":1}}"))
                .collect(Collectors.joining(",", "[", "]")));
        browser.awaits(
                () -> server.get(api("/entities?parked=true&limit=100")).body().contains("\"o-1\""));

        visit("entities", Map.of("parked", "true", "type", "order"));

        assertEquals(1, browser.count("#entities tbody tr"));
        assertTrue(browser.find("#entities").getText().contains("o-1"));
        assertFalse(browser.has("a[rel=next]"));
    }

    @Test
    void stopped_jobs_go_on_all_at_once_and_their_list_says_so_where_it_is() {
        append("{\"type\":\"a.b\",\"entity\":{\"id\":\"one\"}}");
        stopped();
        stopped();
        visit("jobs", Map.of());
        await("form.again:not([hidden])");
        assertEquals(2, browser.count("#jobs [data-post]"));
        assertEquals(List.of(), browser.barriersInEveryLook("jobs-stopped"));
        browser.run("window.sameAsBefore = true");
        browser.find("#kind option[value=lift]").click();
        browser.find("#schema").sendKeys("a.b");

        browser.find(".again [value=all]").click();

        browser.awaits(() -> browser.shows("2 jobs go on."));
        browser.awaits(() -> browser.count("#jobs [data-post]") == 0
                && !browser.find("#jobs").getText().contains("running"));
        assertEquals(true, browser.run("return window.sameAsBefore"));
        assertEquals("a.b", browser.find("#schema").getAttribute("value"));
    }

    /** A job that was stopped before it was over; who is too late tries another. */
    private void stopped() {
        for (int i = 0; i < TRIES_MAX; i++) {
            var started = server.post(api("/jobs"), "{\"job\":\"verify\"}").body();
            var job = started.replaceFirst("(?s).*\"id\":(\\d+).*", "$1");
            if (server.post(api("/jobs/" + job + "/stop"), "").statusCode() == 202) {
                browser.awaits(() -> server.get(api("/jobs/" + job)).body().contains("\"state\":\"stopped\""));
                return;
            }
        }
        throw new AssertionError("No job was stopped before it was over");
    }
}
