package io.trove.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The links of an event, drawn. */
class LinksIT extends Visiting {

    @Test
    void the_links_are_drawn_and_expanded_with_the_keyboard() {
        append("{\"id\":{\"id\":\"order-1\"},\"type\":\"order.placed\"}");
        append(linked("pay-1", "payment.failed", "order-1"));
        append(linked("mail-1", "mail.sent", "pay-1"));
        visit("event", Map.of("id", "mail-1"));
        await("#graph .node");
        assertEquals(2, browser.count("#graph .node"));

        browser.run("document.querySelector('#graph .node.start').focus()");
        browser.focused().sendKeys(Keys.ARROW_LEFT);
        assertTrue(browser.find(".chosen-event").getText().contains("payment.failed"));
        browser.focused().sendKeys(Keys.ENTER);
        browser.awaits(() -> browser.count("#graph .node") == 3);

        browser.find("#graph details.alternative summary").click();
        assertTrue(browser.find("#graph details.alternative")
                .getText()
                .contains("payment.failed at 2 — parent → order.placed at 1"));
        browser.find(".chosen-event a").click();
        awaitHeading("payment.failed");
    }

    @Test
    void forty_more_of_many_links_are_drawn_at_a_time_until_all_are() {
        append("{\"id\":{\"id\":\"hub\"},\"type\":\"hub.made\"}");
        append(IntStream.rangeClosed(1, 100)
                .mapToObj(n -> linked("spoke-" + n, "spoke.made", "hub"))
                .collect(Collectors.joining(",", "[", "]")));
        visit("event", Map.of("id", "hub"));
        await("#graph .node");
        assertEquals(41, browser.count("#graph .node"));
        assertEquals(List.of(), browser.barriersInEveryLook("event-links"));

        browser.find(".chosen-event button").click();
        browser.awaits(() -> browser.count("#graph .node") == 81);
        browser.focused().sendKeys(Keys.ENTER);
        browser.awaits(() -> browser.count("#graph .node") == 101);
        assertEquals(100, browser.count("#graph details.alternative li"));
        assertFalse(browser.has(".chosen-event button"));
    }

    private static String linked(String id, String type, String target) {
        return "{\"id\":{\"id\":\"%s\"},\"type\":\"%s\",\"links\":[{\"type\":\"parent\",\"targetEvent\":{\"id\":\"%s\"}}]}"
                .formatted(id, type, target);
    }
}
