package io.trove.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The events of a ledger, looked through. */
class EventsIT extends Visiting {

    @Test
    void what_opens_stays_within_the_page() {
        for (var each : List.of("more", "columns")) {
            visit("events", Map.of());
            browser.find(each.equals("more") ? ".more > summary" : ".menu:has([type=checkbox]) > summary")
                    .click();
            assertEquals(List.of(), browser.barriersInEveryLook("events-" + each));
        }
    }

    @Test
    void a_page_shows_the_newest_and_leads_to_the_older_and_back() {
        appendVisits(120);
        visit("events", Map.of());
        assertEquals(List.of(120L, 71L), ends());

        browser.find("[rel=next]").click();
        await("[rel=prev]");
        assertEquals(List.of(70L, 21L), ends());
        appendVisits(10);
        browser.find("[rel=next]").click();
        browser.awaits(() -> ends().equals(List.of(20L, 0L)));
        assertFalse(browser.has("[rel=next]"));

        browser.find("[rel=prev]").click();
        browser.awaits(() -> ends().equals(List.of(70L, 21L)));
        assertEquals(List.of(), browser.barriersInEveryLook("events"));
    }

    @Test
    void a_filter_is_in_the_address_and_taken_off_term_by_term() {
        appendVisits(6);
        visit("events", Map.of());
        browser.find("#f-type").sendKeys("visit.*");
        browser.find("details.more summary").click();
        browser.find("#f-term").sendKeys("payload.n");
        browser.find("#f-value").sendKeys("3", Keys.ENTER);
        await(".chips");

        assertEquals("/console/events?ledger=" + ledger + "&payload.n=3&type=visit.%2A".replace("%2A", "*"), path());
        assertEquals(1, browser.count("#events tbody tr"));
        browser.find(".chips a[href*='type=visit']").click();
        browser.awaits(() -> !browser.address().contains("payload.n"));
        assertEquals(6, browser.count("#events tbody tr"));
    }

    @Test
    void what_is_not_understood_is_said_in_a_sentence() {
        visit("events", Map.of("since", "yesterday"));

        assertTrue(browser.find("#refused").getText().startsWith("since is \"yesterday\""));
        assertEquals(List.of(), browser.barriersInEveryLook("events-refused"));
    }

    @Test
    void columns_are_chosen_and_stay_in_the_address() {
        appendVisits(1);
        visit("events", Map.of());
        browser.find(".menu:nth-of-type(2) summary").sendKeys(Keys.ENTER);
        browser.find("input[value=payload]").sendKeys(Keys.ESCAPE);
        browser.awaits(() -> !browser.has(".menu[open]"));
        assertEquals("Columns", browser.focused().getText());
        browser.focused().sendKeys(Keys.ENTER);
        browser.find("input[value=payload]").click();
        browser.find(".menu[open] .button").click();
        await("th[data-column=payload]");

        assertTrue(browser.address().contains("columns=payload"));
        assertEquals("{\"n\":1}", browser.find(".c-payload").getText());
    }

    @Test
    void a_view_is_kept_and_found_again() {
        appendVisits(2);
        visit("events", Map.of("type", "visit.1"));
        browser.find(".menu summary").click();
        browser.find("#view-name").sendKeys("First visits", Keys.ENTER);

        visit("events", Map.of());
        browser.find(".menu summary").click();
        browser.find("#views a").click();
        await(".chips");

        assertTrue(browser.address().contains("type=visit.1"));

        browser.find(".menu summary").click();
        browser.find("#view-name").sendKeys("  ", Keys.ENTER);
        assertEquals(1, browser.count("#views li"));
        browser.find("#views li button").click();
        assertEquals(0, browser.count("#views li"));
        assertTrue(browser.has("details.menu[open] #view-name"));
        assertEquals("view-name", browser.focused().getDomAttribute("id"));
    }

    @Test
    void what_is_recorded_appears_until_the_reader_pauses() {
        visit("events", Map.of("type", "visit.*"));
        browser.find("#follow").click();
        await(".live.on");

        appendVisits(1);
        await("#events tr.new");
        browser.find("#follow").click();
        await(".live.paused");
        append("{\"type\":\"visit.more\",\"message\":\"" + MARKUP + "\"}");
        browser.awaits(() -> browser.find("#live").getText().contains("1 new event"));
        assertEquals(1, browser.count("#events tbody tr"));
        browser.find("#follow").click();
        browser.awaits(() -> browser.count("#events tbody tr") == 2);
    }

    @Test
    void all_that_waits_is_counted_and_the_end_of_a_session_is_told() {
        visit("events", Map.of("type", "visit.*"));
        browser.run("window.EventSource = class extends EventSource {"
                + " constructor(from) { super(from); window.followed = this; } }");
        browser.find("#follow").click();
        await(".live.on");
        browser.find("#follow").click();
        appendVisits(600);
        browser.awaits(() -> browser.find("#live").getText().contains("600 new events wait"));
        browser.find("#follow").click();
        assertTrue(browser.find("#live").getText().startsWith("Live. 600 new events"));

        browser.run("window.fetch = async () => new Response('{}', { status: 401 });"
                + "window.followed.close(); window.followed.onerror()");
        browser.awaits(() -> browser.find("#live").getText().startsWith("Your session ended."));
        assertEquals("Follow live", browser.find("#follow").getText());
    }

    @Test
    void a_time_that_was_taken_away_from_the_form_is_not_filtered_by() {
        appendVisits(1);
        visit("events", Map.of());
        browser.find("details.more summary").click();
        browser.run("document.getElementById('f-rs').value = '2020-01-01T00:00:00'");
        browser.find("form.filter > .button").click();
        await(".chips");
        browser.run("history.back()");
        browser.awaits(() -> !browser.has(".chips"));
        browser.run("document.getElementById('f-rs').value = ''");
        browser.find("#f-type").sendKeys("visit.1", Keys.ENTER);
        await(".chips");
        assertFalse(browser.address().contains("recordedSince"), browser.address());
    }

    @Test
    void what_is_shown_is_exported_as_lines_as_a_table_and_as_evidence() {
        appendVisits(3);
        append("{\"type\":\"visit.4\",\"actor\":{\"type\":\"user\",\"id\":\"=HYPERLINK(1)\"}}");
        var export = "/console/export?ledger=" + ledger + "&type=visit.*&columns=position&columns=actor&form=";

        assertEquals(4, get(export + "ndjson").body().lines().count());
        var table = get(export + "csv").body().lines().toList();
        assertEquals("position,actor", table.get(0));
        assertEquals("4,'=HYPERLINK(1)", table.get(1));
        assertTrue(get(export + "evidence").body().contains("\"checkpoint\""));
        assertEquals(404, get("/console/export?ledger=nobody/nowhere&form=csv").statusCode());
    }

    @Test
    void an_address_is_not_a_way_into_a_ledger_that_is_not_ones_own() {
        browser.go(server.uri("/console/events?ledger=nobody/nowhere"));

        assertTrue(browser.shows("There is nothing here"));
        browser.complaints();
    }

    private HttpResponse<String> get(String path) {
        return server.get(path);
    }

    private String path() {
        return browser.address().substring(server.uri("").toString().length());
    }

    private List<Long> ends() {
        @SuppressWarnings("unchecked")
        var positions = (List<String>) browser.run(
                "return [...document.querySelectorAll('#events .c-position data')].map(each => each.value)");
        return List.of(Long.valueOf(positions.get(0)), Long.valueOf(positions.get(positions.size() - 1)));
    }

    private void appendVisits(int count) {
        append(IntStream.rangeClosed(1, count)
                .mapToObj(n -> "{\"type\":\"visit." + n + "\",\"payload\":{\"n\":" + n + "}}")
                .collect(Collectors.joining(",", "[", "]")));
    }
}
