package io.trove.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DraftFilesTest {

    private static final String SENT = "{\"files\":[{\"data\":\"aGVsbG8=\",\"id\":\"f\"}],\"type\":\"a\"}";
    private static final Attached KNOWN = new Attached("f", "0".repeat(64), 5, Optional.empty());

    @Test
    void the_bytes_of_a_file_are_no_bytes_of_its_event() {
        assertEquals(SENT.length() - "aGVsbG8=".length(), draft(SENT).contentLength());
        String reference = SENT.replace("\"id\"", "\"isReference\":true,\"id\"");
        assertEquals(reference.length(), draft(reference).contentLength());
        String held = SENT.replace("aGVsbG8=", "trove:sha256:0");
        assertEquals(held.length(), draft(held).contentLength());
    }

    @Test
    void what_is_kept_of_files_replaces_what_was_sent_and_the_event_stays_the_same_event() {
        Draft sent = draft(SENT);
        Draft attached = sent.attaching(List.of(Json.object(Map.of("id", "f", "size", 5))), List.of(KNOWN));
        Pending pending = attached.complete(defaults());
        String document = new String(pending.keep(1, 1).document(), UTF_8);

        assertTrue(document.contains("\"files\":[{\"id\":\"f\",\"size\":5}]"), document);
        assertFalse(document.contains("aGVsbG8="), document);
        assertArrayEquals(sent.contentDigest(), pending.contentDigest());
        assertEquals(List.of(KNOWN), pending.attached());
        assertEquals(
                List.of(KNOWN),
                attached.under(new SchemaId("a", "1"), List.of())
                        .complete(defaults())
                        .attached());
        assertEquals(
                List.of(KNOWN),
                attached.asVersion(new EventId("e", 2)).complete(defaults()).attached());
        assertEquals(List.of(), sent.complete(defaults()).attached());
    }

    @Test
    void a_locator_has_a_length() {
        String locator = "https://example.com/" + "a".repeat(Bounds.LOCATOR_BYTES_MAX);
        String event = SENT.replace("aGVsbG8=\"", locator + "\",\"isReference\":true");
        assertEquals(
                "/files/0/data", assertThrows(Invalid.class, () -> draft(event)).pointer());
    }

    private static Draft draft(String json) {
        return Draft.of(Json.parse(json.getBytes(UTF_8)));
    }

    private static Defaults defaults() {
        return new Defaults(
                "0".repeat(32),
                () -> "flake",
                Instant.EPOCH,
                "test",
                new Actor("user", "jane", Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                new byte[32]);
    }
}
