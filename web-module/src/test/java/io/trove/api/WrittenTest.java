package io.trove.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenTest {

    @ParameterizedTest
    @CsvSource({
        "application/json,                          ,            trove,       JSON",
        "application/JSON; charset=utf-8,           ,            trove,       JSON",
        "application/json,                          struere,     struere,     JSON",
        "application/x-ndjson,                      consequent,  consequent,  LINES",
        "application/vnd.trove.common+json,         ,            common,      JSON_OR_LINES",
        "application/vnd.trove.common+json,         common,      common,      JSON_OR_LINES",
        "application/cloudevents+json,              ,            cloudevents, JSON_OR_LINES",
        "application/cloudevents-batch+json,        ,            cloudevents, ARRAY"
    })
    void the_content_type_and_the_parameter_tell_the_dialect(
            String contentType, String parameter, String dialect, Written.Form form) {
        var written = Written.of(contentType, parameter, false);

        assertEquals(dialect, written.dialect().name());
        assertEquals(form, written.form());
    }

    @Test
    void a_binary_cloudevent_is_one_whatever_its_content_type() {
        assertEquals(Written.Form.BINARY, Written.of("text/plain", null, true).form());
    }

    @Test
    void an_unknown_media_type_is_answered_with_the_known_ones() {
        var refusal = assertThrows(MediaTypeUnknown.class, () -> Written.of("text/plain", null, false));

        assertEquals(415, refusal.status());
        assertTrue(((List<?>) refusal.facts().get("known")).contains("application/x-ndjson"));
        assertThrows(MediaTypeUnknown.class, () -> Written.of(null, null, false));
    }

    @Test
    void a_dialect_that_nobody_speaks_or_that_contradicts_the_media_type_is_refused() {
        assertThrows(ParameterRefused.class, () -> Written.of("application/json", "klingon", false));
        assertThrows(ParameterRefused.class, () -> Written.of("application/vnd.trove.common+json", "struere", false));
        assertThrows(ParameterRefused.class, () -> Written.of("application/json", "common", true));
    }
}
