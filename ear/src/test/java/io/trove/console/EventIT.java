package io.trove.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** One event: what it says, what it is linked with, and that it is in the ledger. */
class EventIT extends Visiting {

    private static final String PDF = """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj
            trailer<</Root 1 0 R>>
            """;

    @Test
    void the_event_that_failed_is_found_and_proven_in_the_browser() {
        order_and_failed_payment();
        visit("events", Map.of());
        browser.find("#f-type").sendKeys("payment.failed", Keys.ENTER);
        await(".chips");
        browser.find("#events .kind").click();

        await("#path .hash.given");
        browser.find("#verify").click();
        await("#verdict");

        assertEquals("true", browser.find("#verdict").getAttribute("data-holds"));
        assertEquals("verify", browser.focused().getDomAttribute("id"));
        assertEquals(4, browser.count("#verdict li.good, #verdict li.open"));
        assertEquals(browser.count(".hash.own"), browser.count(".hash.worked"));
        assertEquals(List.of(), browser.barriersInEveryLook("event"));
    }

    @Test
    void a_page_that_shows_another_payload_than_was_recorded_is_found_out() {
        order_and_failed_payment();
        visit("event", Map.of("id", "pay-1"));
        await("#path .hash.given");

        browser.run("const raw = document.getElementById('raw');"
                + "raw.textContent = raw.textContent.replace('card expired', 'card stolen');");
        browser.find("#verify").click();
        await("#verdict");

        assertEquals("false", browser.find("#verdict").getAttribute("data-holds"));
        assertTrue(browser.find("#verdict li.bad").getText().contains("payload"));
    }

    @Test
    void who_sees_a_part_of_an_event_is_told_so_and_can_prove_that_part() {
        var organization = ledger.substring(0, ledger.indexOf('/'));
        put("/api/organizations/" + organization + "/roles/narrow", """
                {"permissions": ["events.read", "proof.read"], "masks": [{"hide": ["/payload/reason"]}]}""");
        order_and_failed_payment();

        as("narrow", () -> {
            visit("event", Map.of("id", "pay-1"));
            assertTrue(browser.find("#event .note").getText().contains("payload"));
            assertFalse(browser.find("#raw").getAttribute("textContent").contains("card expired"));
            await("#path .hash.given");
            browser.find("#verify").click();
            await("#verdict");
            assertEquals("true", browser.find("#verdict").getAttribute("data-holds"));
        });
    }

    @Test
    void versions_stand_side_by_side() {
        for (int version = 1; version <= 2; version++) {
            append("{\"id\":{\"id\":\"doc\",\"version\":" + version
                    + "},\"type\":\"document.uploaded\",\"payload\":{\"title\":\"Report " + version + "\"}}");
        }
        visit("event", Map.of("id", "doc"));

        var row = browser.all(".difference tbody tr").stream()
                .filter(each -> each.getText().startsWith("payload.title"))
                .findFirst()
                .orElseThrow();
        assertEquals("payload.title \"Report 1\" \"Report 2\"", row.getText());
    }

    @Test
    void markup_in_an_event_is_shown_everywhere_and_run_nowhere() {
        append("{\"id\":{\"id\":\"first\"},\"type\":\"a.b\"}");
        append(
                ("{\"id\":{\"id\":\"M\"},\"type\":\"M\",\"entity\":{\"type\":\"M\",\"id\":\"M\"},\"actor\":{\"type\":\"user\",\"id\":\"M\"},\"message\":\"M\","
                                + "\"payload\":{\"M\":\"M\",\"</script><script>alert(1)</script>\":[\"M\"]},"
                                + "\"links\":[{\"type\":\"M\",\"targetEvent\":{\"id\":\"first\"}}],"
                                + "\"files\":[{\"id\":\"M\",\"filename\":\"M\",\"contentType\":\"text/plain\",\"data\":\"PGltZyBzcmM9eCBvbmVycm9yPWFsZXJ0KDEpPg==\"}]}")
                        .replace("\"M\"", "\"" + MARKUP + "\""));
        visit("event", Map.of("id", MARKUP));
        await("#graph .node");
        await("#path .hash");
        browser.find("[data-preview]").click();
        await(".preview pre");

        assertEquals(MARKUP, browser.find(".preview pre").getText());
        assertTrue(browser.find("#tree").getText().contains(MARKUP));
        assertTrue(browser.find("#graph").getText().contains("<img src=x"));
        assertEquals(0, browser.count("img, #main script:not([src])"));
        assertEquals(List.of(), browser.barriersInEveryLook("event-markup"));
    }

    @Test
    void a_file_is_attached_later_by_an_event_that_leads_to_this_one(@TempDir Path folder) throws IOException {
        var note = Files.writeString(folder.resolve("<b>note<b>.txt"), "hello");
        append("{\"id\":{\"id\":\"e\"},\"type\":\"a.b\",\"entity\":{\"type\":\"a\",\"id\":\"1\"}}");
        visit("event", Map.of("id", "e"));
        browser.find("#attached").sendKeys(note.toString());
        browser.find("#attach button").click();
        browser.awaits(() -> browser.has(".files li"));

        assertTrue(browser.find(".files").getText().contains("<b>note<b>.txt"));
        assertTrue(browser.find(".files").getText().contains("attached by admin"));
        browser.find("[data-preview]").click();
        await(".preview pre");
        assertEquals("hello", browser.find(".preview pre").getText());
        assertEquals(1, browser.count("#versions li"));
        assertEquals(List.of(), browser.barriersInEveryLook("event-attached"));
        browser.find(".files li a:not([download])").click();
        awaitHeading("file.attached");
        await("#graph .node");
        assertEquals(2, browser.count("#graph .node"));
    }

    @Test
    void more_attached_files_than_a_page_shows_are_said_and_led_to() {
        append("{\"id\":{\"id\":\"e\"},\"type\":\"a.b\"}");
        post(
                "/events",
                IntStream.rangeClosed(1, 51)
                        .mapToObj(each ->
                                ("{\"type\":\"file.attached\",\"links\":[{\"type\":\"attachment\",\"targetEvent\":{\"id\":\"e\"}}],"
                                                + "\"files\":[{\"id\":\"f\",\"filename\":\"note-%d.txt\",\"contentType\":\"text/plain\",\"data\":\"aGVsbG8=\"}]}")
                                        .formatted(each))
                        .collect(Collectors.joining(",", "[", "]")));
        visit("event", Map.of("id", "e"));

        assertEquals(50, browser.count(".files li"));
        assertTrue(browser.find("#files").getText().contains("More events attached files than those that are shown"));
        browser.find("#files .pager a").click();
        browser.awaits(() -> browser.count(".files li") == 1);
        assertTrue(browser.find(".files").getText().contains("note-51.txt"));
        browser.find("#files .pager a[rel=first]").click();
        browser.awaits(() -> browser.count(".files li") == 50);
    }

    @Test
    void a_picture_is_shown_without_leaving_the_page() {
        append(
                "{\"id\":{\"id\":\"p\"},\"type\":\"a.b\",\"files\":[{\"id\":\"dot\",\"filename\":\"dot.png\",\"contentType\":\"image/png\",\"data\":\""
                        + "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==\"}]}");
        visit("event", Map.of("id", "p"));
        browser.find("[data-preview]").click();

        browser.awaits(
                () -> Boolean.TRUE.equals(
                        browser.run(
                                "const img = document.querySelector('.preview img'); return Boolean(img) && img.complete && img.naturalWidth === 1")));
    }

    @Test
    void a_pdf_is_shown_in_a_frame_as_a_pdf_and_what_a_browser_would_run_is_not_shown_at_all() {
        append("{\"id\":{\"id\":\"d\"},\"type\":\"a.b\",\"files\":[%s,%s,%s]}"
                .formatted(
                        file("report", "application/pdf", PDF),
                        file("lie", "application/pdf", "<script>document.title = 'run'</script>"),
                        file("page", "text/html", "<script>document.title = 'run'</script>")));
        visit("event", Map.of("id", "d"));
        assertEquals(2, browser.count("[data-preview]:not([hidden])"));
        for (var each : browser.all("[data-preview]:not([hidden])")) {
            each.click();
        }
        browser.awaits(
                () -> Boolean.TRUE.equals(
                        browser.run(
                                "const all = [...document.querySelectorAll('.preview iframe')]; return all.length === 2"
                                        + " && all.every((one) => one.src.startsWith('blob:') && one.contentDocument && one.contentDocument.contentType === 'application/pdf')")));
        assertFalse("run".equals(browser.run("return document.title")));
        browser.complaints();
    }

    private static String file(String id, String type, String content) {
        return "{\"id\":\"%1$s\",\"filename\":\"%1$s\",\"contentType\":\"%2$s\",\"data\":\"%3$s\"}"
                .formatted(id, type, Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void an_event_that_is_not_there_is_said_to_be_not_there() {
        visit("event", Map.of("id", "nobody"));

        assertEquals("No such event", browser.find("h1").getText());
        browser.complaints();
    }

    private void order_and_failed_payment() {
        append(
                "{\"id\":{\"id\":\"order-1\"},\"type\":\"order.placed\",\"entity\":{\"type\":\"order\",\"id\":\"o-1\"},\"payload\":{\"total\":42.5}}");
        append(
                "{\"id\":{\"id\":\"pay-1\"},\"type\":\"payment.failed\",\"entity\":{\"type\":\"payment\",\"id\":\"p-1\"},"
                        + "\"payload\":{\"reason\":\"card expired\"},\"links\":[{\"type\":\"parent\",\"targetEvent\":{\"id\":\"order-1\"}}]}");
    }
}
