package io.trove.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.query.Found;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantedTest {

    private static final Found FOUND = new Found(
            7,
            "{\"entity\":{\"id\":\"doc-1\",\"type\":\"document\"},\"type\":\"document.uploaded\"}"
                    .getBytes(StandardCharsets.UTF_8),
            new byte[32]);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                                          |         | trove       | application/json",
                "*/*                                                       |         | trove       | application/json",
                "text/html, application/*;q=0.8                            |         | trove       | application/json",
                "application/vnd.trove.struere+json                        |         | struere     | application/vnd.trove.struere+json",
                "application/cloudevents+json;q=0.5, application/json;q=0.4|         | cloudevents | application/cloudevents+json",
                "*/*                                                       | struere | struere     | application/vnd.trove.struere+json",
                "application/json                                          | struere | struere     | application/json",
                "application/*, application/json;q=0                       | trove   | trove       | application/vnd.trove.trove+json"
            })
    void the_dialect_and_the_media_type_are_what_is_accepted_most(
            String accept, String parameter, String dialect, String mediaType) {
        var wanted = Wanted.one(accept, parameter);

        assertEquals(dialect, wanted.dialect().name());
        assertEquals(mediaType, wanted.mediaType());
    }

    @Test
    void several_events_are_also_written_in_lines_and_as_a_batch_of_cloudevents() {
        assertTrue(Wanted.several("application/x-ndjson", "struere").isLines());
        assertTrue(Wanted.several("application/cloudevents-batch+json", null).isBatch());
    }

    @Test
    void a_page_is_no_cloudevent_and_does_not_say_that_it_is_one() {
        assertEquals("application/json", Wanted.several("*/*", "cloudevents").mediaType());
        assertThrows(NotWritten.class, () -> Wanted.several("application/cloudevents+json", null));
    }

    @Test
    void what_no_dialect_is_written_in_is_refused_with_what_is_known() {
        var refusal = assertThrows(NotWritten.class, () -> Wanted.one("text/html", null));

        assertEquals(406, refusal.status());
        assertTrue(refusal.facts().get("known").toString().contains("application/vnd.trove.struere+json"));
        assertThrows(NotWritten.class, () -> Wanted.one("application/x-ndjson", null));
        assertThrows(NotWritten.class, () -> Wanted.one("application/vnd.trove.common+json", "struere"));
    }

    @Test
    void the_full_form_is_the_kept_bytes_under_a_strong_tag() throws IOException {
        var wanted = Wanted.one(null, null);

        assertTrue(new String(wanted.bytes(FOUND), StandardCharsets.UTF_8).startsWith("{\"position\":7,\"entity\""));
        assertEquals("\"sha256:" + "0".repeat(64) + "\"", wanted.tag(FOUND, "all"));
    }

    @Test
    void a_view_has_a_weak_tag_of_its_own() throws IOException {
        var struere = Wanted.one("application/vnd.trove.struere+json", null);
        var asJson = Wanted.one("application/json", "struere");

        assertEquals(
                "document.uploaded",
                Json.parse(struere.bytes(FOUND))
                        .at("/eventType")
                        .flatMap(Json::text)
                        .orElseThrow());
        assertTrue(struere.tag(FOUND, "all").startsWith("W/\""));
        assertFalse(struere.tag(FOUND, "all").equals(asJson.tag(FOUND, "all")));
        assertFalse(struere.tag(FOUND, "all").equals(struere.tag(FOUND, "less")));
    }

    @Test
    void a_weak_tag_matches_weakly_and_never_strongly() {
        assertTrue(Tags.weakly("\"b\", W/\"a\"", "\"a\""));
        assertTrue(Tags.weakly("*", "W/\"a\""));
        assertFalse(Tags.weakly(null, "\"a\""));
        assertTrue(Tags.strongly("\"b\", \"a\"", "\"a\""));
        assertFalse(Tags.strongly("W/\"a\"", "\"a\""));
    }
}
