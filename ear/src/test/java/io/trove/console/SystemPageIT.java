package io.trove.console;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.server.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The installation, and the long work on a ledger. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SystemPageIT {

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
    void settings_are_told_with_who_set_them_and_no_secret_among_them() {
        guest.open("system");

        assertTrue(guest.browser().shows("TROVE_HTTP_PORT"));
        assertTrue(guest.browser().shows("set, and not shown"));
        assertFalse(guest.browser().find("main").getText().contains(Site.ADMIN_PASSWORD));
        assertTrue(guest.browser().shows("Apache Derby"));
        assertTrue(guest.browser().shows("appended events"));
        assertTrue(guest.browser().shows("waiting appends"));
        var runs = guest.browser().find("[aria-labelledby=runs]").getText();
        assertTrue(runs.matches("(?s).*Trove\\s+\\d+\\.\\d+.*"), runs);
        assertTrue(runs.contains("Liberty"), runs);
        assertTrue(
                runs.matches("(?s).*Started\\s+(now|(1 (second|minute|hour)|\\d{2,} \\w+s|[2-9] \\w+s) ago).*"), runs);
        guest.assertSound("system");
    }

    @Test
    void an_export_is_started_watched_to_its_end_and_downloaded() {
        guest.post("events", "{\"type\":\"document.uploaded\"}");
        guest.open("jobs");
        assertTrue(guest.browser().shows("Nothing long was asked for yet"));
        guest.browser().find("#kind option[value=replay]").click();
        assertFalse(guest.browser().find("#types").isDisplayed());
        guest.browser().find("#kind option[value=export]").click();
        guest.browser().find("#types").sendKeys("document.*");
        guest.browser().find("#start").click();

        guest.awaits("The job is on its way");
        guest.awaits("finished");
        guest.assertSound("jobs");
        guest.browser().find("tbody th a").click();
        guest.awaits("What was asked for");
        assertTrue(guest.browser().find("main").getText().contains("document.*"));
        assertTrue(guest.browser().find("a[download]").getAttribute("href").endsWith("/jobs/1/file"));
        guest.assertSound("job");
    }

    @Test
    void a_file_of_lines_is_imported_and_what_it_came_to_is_told(@TempDir Path folder) throws IOException {
        var lines = Files.writeString(
                folder.resolve("lines.ndjson"),
                "{\"type\":\"order.placed\"}\n{\"type\":\"order.paid\"}\n{\"typo\":1}\n");
        guest.open("jobs", "production");
        guest.browser().find("#kind option[value=import]").click();
        guest.browser().find("#lines").sendKeys(lines.toString());
        guest.browser().find("#start").click();

        guest.awaits("The job is on its way");
        guest.awaits("finished");
        guest.browser().find("tbody th a").click();
        guest.awaits("What it came to");
        assertTrue(guest.browser().find("[aria-labelledby=came]").getText().matches("(?s).*appended\\s+2.*"));
        assertTrue(guest.browser().shows("typo") || guest.browser().shows("type"));
        guest.assertSound("job-import");
    }

    @Test
    void a_job_that_cannot_be_is_refused_in_words() {
        guest.open("jobs", "staging");
        guest.browser().find("#job-form summary").click();
        guest.browser().find("#options").sendKeys("{\"colour\": 1}");
        guest.browser().find("#start").click();

        assertTrue(guest.browser().find("[role=alert]").getText().contains("colour"));
    }
}
