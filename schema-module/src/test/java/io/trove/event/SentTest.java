package io.trove.event;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SentTest {

    private static final Json EVENT = Json.parse("""
            {"type": "book.lent", "trace": {"parentEventId": "p"}, "payload": {"to": "Zoë", "days": 14.5, "ä": null},
             "cause": {"commandId": "c"}, "files": [{"id": "f"}], "own": [1, {"z": true, "a": "\\n"}]}""".getBytes(StandardCharsets.UTF_8));

    @Test
    void what_rests_says_the_same_as_before() {
        Draft awake = Draft.of(EVENT);
        Draft rested = Draft.of(EVENT);
        rested.rest();
        assertEquals(awake.payload(), rested.payload());
        assertEquals(awake.cause(), rested.cause());
        assertEquals(awake.parentEventId(), rested.parentEventId());
        assertEquals(awake.files(), rested.files());
        assertArrayEquals(awake.contentDigest(), rested.contentDigest());
    }

    @Test
    void what_was_derived_from_it_rests_with_it_and_is_still_the_same_event() {
        Draft first = Draft.of(EVENT);
        Draft derived = first.withEntityType("volume").under(new SchemaId("book.lent", "1"), List.of("days"));
        Optional<Json> payload = derived.payload();
        first.rest();
        assertEquals(payload, derived.payload());
        assertEquals(payload, derived.asVersion(new EventId("e", 2)).payload());
    }

    @Test
    void the_tree_is_let_go_and_read_again_once() {
        Sent sent = Sent.written(EVENT, new Members());
        assertSame(EVENT, sent.tree());
        sent.letGo();
        Json again = sent.tree();
        assertNotSame(EVENT, again);
        assertEquals(EVENT, again);
        assertSame(again, sent.tree());
    }

    @Test
    void that_there_is_a_payload_is_known_without_it() {
        assertEquals(true, Draft.of(EVENT).hasPayload());
        assertEquals(true, Draft.of(EVENT.with("payload", Json.nul())).hasPayload());
        assertEquals(false, Draft.of(EVENT.without("payload")).hasPayload());
    }
}
