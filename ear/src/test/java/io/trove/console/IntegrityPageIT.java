package io.trove.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What shows that nothing was changed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntegrityPageIT {

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
    void an_audit_is_started_and_watched_until_it_ends() {
        for (int i = 0; i < 5; i++) {
            guest.post("events", "{\"type\":\"document.uploaded\",\"entity\":{\"id\":\"doc-" + i + "\"}}");
        }

        guest.open("integrity");
        guest.browser().find("#audit").click();
        guest.awaits("The audit is on its way");
        guest.browser()
                .run("window.sameAsBefore = true; document.getElementById('signed-note').closest('pre').focus()");

        guest.awaits("all agrees");
        assertEquals(
                List.of(true, "PRE"),
                guest.browser().run("return [window.sameAsBefore, document.activeElement.tagName]"));
        assertTrue(guest.browser().shows("Audit 1"));
        assertTrue(guest.browser().find("#signed-note").getText().contains("trove.local/"));
        guest.assertSound("integrity");
    }

    @Test
    void the_note_is_the_one_that_the_ledger_signed() {
        guest.open("integrity");

        var note = guest.browser().find("#signed-note").getText();
        var size = note.lines().skip(1).findFirst().orElseThrow();
        var root = note.lines().skip(2).findFirst().orElseThrow();
        assertEquals(
                root,
                guest.server()
                        .get("/api/" + guest.organization() + "/development/checkpoint?size=" + size)
                        .body()
                        .lines()
                        .skip(2)
                        .findFirst()
                        .orElseThrow());
    }
}
