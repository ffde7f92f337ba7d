package io.trove.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.server.Site;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.Keys;

/** What a ledger looks like from afar. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HomePageIT {

    private Guest guest;

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

    @Test
    void what_was_recorded_is_drawn_by_type_and_a_stretch_of_it_is_cut_out_by_its_address() {
        guest.post("events", "{\"type\":\"document.uploaded\"}");
        guest.post("events", "{\"type\":\"" + Guest.MARKUP + "\"}");

        guest.open("home");
        guest.browser()
                .awaits(() -> !guest.browser().all("#chart svg .beat rect").isEmpty());
        var legend = guest.browser().find("#chart .legend").getText();
        assertTrue(legend.contains("document.uploaded"), legend);
        assertTrue(legend.contains(Guest.MARKUP), legend);
        assertFalse(guest.browser().has("img"));

        assertEquals(false, guest.browser().run("""
                const svg = document.querySelector('#chart svg');
                let goes = false;
                navigation.addEventListener('navigate', () => { goes = true; });
                svg.dispatchEvent(new PointerEvent('pointerup', { clientX: svg.getBoundingClientRect().right - 9 }));
                return goes;"""));
        guest.browser().find("#chart .stretch button").sendKeys(Keys.ENTER);
        guest.browser().awaits(() -> guest.browser().address().contains("since=20"));
        guest.awaits("document.uploaded");

        guest.open("home?since=2020-01-01T00:00:00Z&until=2020-01-02T00:00:00Z");
        guest.awaits("Nothing was recorded in this time");
        guest.browser().complaints();
    }

    @Test
    void an_event_that_comes_in_is_shown_at_once_until_somebody_pauses() {
        guest.open("home", "staging");
        guest.browser().awaits(() -> guest.browser().find("#live").isDisplayed());
        append("staging", "parcel.sent");

        guest.awaits("parcel.sent");
        assertEquals("2", guest.browser().find("#size data").getAttribute("value"));
        guest.browser().find("#live").click();
        assertEquals("Go on", guest.browser().find("#live").getText());
    }

    @Test
    void more_tabs_than_a_browser_has_connections_are_answered_and_go_on_when_they_are_looked_at() {
        guest.open("home", "development");
        guest.browser().beside(7, () -> guest.open("home", "development"), () -> {
            append("development", "parcel.returned");
            guest.awaits("parcel.returned");
        });
    }

    @Test
    void who_sees_a_part_of_the_ledger_is_told_how_large_that_is() {
        var organization = "/api/organizations/" + guest.organization();
        put(organization + "/roles/clerk", "{\"permissions\":[\"events.read\"],\"sees\":[{\"types\":[\"letter.*\"]}]}");
        put(organization + "/principals/jane", "{\"type\":\"user\",\"roles\":[{\"role\":\"clerk\"}]}");
        put(organization + "/principals/jane/password", "{\"password\":\"a password of a clerk\"}");
        append("development", "letter.sent");
        append("development", "parcel.sent");
        guest.signIn(guest.organization() + "/jane", "a password of a clerk");
        try {
            guest.open("home");
            guest.browser()
                    .awaits(() -> "1".equals(guest.browser().find("#size data").getAttribute("value")));
            assertTrue(guest.browser().find("#figures").getText().contains("bytes"));
            guest.assertSound("home-part");
        } finally {
            guest.signIn("admin", Site.ADMIN_PASSWORD);
        }
    }

    private void put(String path, String json) {
        var answer = guest.server()
                .send(guest.server()
                        .request(path)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(json))
                        .build());
        assertEquals(2, answer.statusCode() / 100, answer.body());
    }

    @Test
    void the_health_and_what_was_refused_are_told() {
        guest.server().post("/api/" + guest.organization() + "/development/events", "{\"type\":7}");

        guest.open("home");

        guest.awaits("well");
        guest.awaits("invalid");
    }

    @Test
    void a_newcomer_fills_the_demo_organization_and_sees_it_drawn() {
        guest.open("home", "production");
        guest.browser().find("#fill").click();

        guest.awaits("has something to look at now");
        assertTrue(guest.browser().address().contains("ledger=demo/development"));
        guest.browser()
                .awaits(() -> !guest.browser().all("#chart svg .beat rect").isEmpty());
        assertTrue(guest.browser().find("#chart .legend").getText().contains("account.deposited"));
        long weight = guest.browser().weight();
        assertTrue(weight > 50_000 && weight < 500_000, weight + " bytes");
        guest.assertSound("home-demo");
        assertTrue(size("demo/development") > 2_000);
        var account = guest.server().get("/api/demo/development/entities/account/account-24");
        assertTrue(account.body().contains("\"balance\":4105.5"), account.body());
        var parked = guest.server().get("/api/demo/development/entities?parked=true");
        assertTrue(parked.body().contains("\"items\":[]"), parked.body());
    }

    private long size(String ledger) {
        var answer = guest.server().get("/api/" + ledger).body();
        return Json.parse(answer.getBytes(StandardCharsets.UTF_8))
                .member("size")
                .orElseThrow()
                .integer()
                .orElseThrow();
    }

    private void append(String environment, String type) {
        guest.server()
                .post("/api/" + guest.organization() + "/" + environment + "/events", "{\"type\":\"" + type + "\"}");
    }
}
