package io.trove.event;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeptDocumentTest {

    private static final String UID = "00112233445566778899aabbccddeeff";
    private static final long NOON = 1_700_049_600_000_000L;

    private final Flakes flakes = new Flakes(Clock.systemUTC(), 3);
    private final byte[] seed = new byte[32];
    private final Digests digests = new Digests();

    private static final String[] EVENTS = {
        "{\"type\":\"a.b\"}",
        "{\"type\":\"a.b\",\"payload\":{\"x\":[1,{\"y\":\"},\\\"\\\\\"}],\"z\":\"\\u0001é\"}}",
        "{\"type\":\"a.b\",\"entity\":{\"id\":\"d\\\"1\"},\"schema\":{\"id\":\"s\",\"version\":\"1\"},\"more\":[]}",
        "{\"type\":\"a.b\",\"id\":{\"id\":\"ü\",\"version\":1},\"createdAt\":\"2024-03-15T10:30:00.5+01:00\",\"message\":\"m\"}",
        "{\"type\":\"a.b\",\"actor\":{\"type\":\"agent\",\"id\":\"x\",\"role\":\"r\"},\"links\":[],\"payload\":null}"
    };

    @Test
    void a_kept_document_gives_the_digest_that_was_kept_with_it_and_says_what_was_extracted() {
        for (String event : EVENTS) {
            Pending pending = pending(event);
            Kept kept = pending.keep(7, NOON);
            KeptDocument document = KeptDocument.of(kept.document()).orElseThrow();
            assertArrayEquals(kept.digest(), digests.of(document, seed), event);
            assertTrue(document.says(UID, extracted(pending)), event);
            assertFalse(document.says("f" + UID.substring(1), extracted(pending)), event);
        }
    }

    @Test
    void each_member_is_its_canonical_bytes() {
        Kept kept = pending(EVENTS[1]).keep(7, NOON);
        KeptDocument document = KeptDocument.of(kept.document()).orElseThrow();
        document.json()
                .members()
                .forEach((name, value) -> assertArrayEquals(
                        value.canonical(), document.member(name).orElseThrow(), name));
        assertEquals(Optional.empty(), document.member("files"));
    }

    /** The last two: a payload could end where the other's does, before the key of a member that is not one. */
    @Test
    void taken_to_be_like_another_it_gives_the_digest_only_with_the_members_that_it_has() {
        List<String> events = new ArrayList<>(List.of(EVENTS));
        events.add("{\"type\":\"a.b\",\"payload\":\"1234\"}");
        events.add("{\"type\":\"a.b\",\"payload\":{\"a\":1,\"producer\":\"x\",\"type\":\"y\"}}");
        for (String event : events) {
            Kept kept = pending(event).keep(7, NOON);
            KeptDocument document = KeptDocument.of(kept.document()).orElseThrow();
            assertTrue(isGenuine(KeptDocument.like(document, kept.document()), kept), event);
            for (String other : events) {
                KeptDocument before =
                        KeptDocument.of(pending(other).keep(7, NOON).document()).orElseThrow();
                Optional<KeptDocument> like = KeptDocument.like(before, kept.document());
                if (isGenuine(like, kept)) {
                    document.json()
                            .members()
                            .forEach((name, value) -> assertArrayEquals(
                                    value.canonical(),
                                    like.orElseThrow().member(name).orElseThrow(),
                                    event + " like " + other));
                }
            }
        }
        Kept last = pending(events.get(events.size() - 1)).keep(7, NOON);
        KeptDocument shorter = KeptDocument.of(
                        pending(events.get(events.size() - 2)).keep(7, NOON).document())
                .orElseThrow();
        assertFalse(isGenuine(KeptDocument.like(shorter, last.document()), last));
    }

    private boolean isGenuine(Optional<KeptDocument> document, Kept kept) {
        return document.filter(each -> java.util.Arrays.equals(digests.of(each, seed), kept.digest()))
                .isPresent();
    }

    @Test
    void a_document_of_which_a_byte_is_another_is_none_or_gives_another_digest_or_says_something_else() {
        var random = new Random(42);
        for (String event : EVENTS) {
            Pending pending = pending(event);
            Kept kept = pending.keep(7, NOON);
            for (int i = 0; i < kept.document().length; i++) {
                byte[] changed = kept.document().clone();
                changed[i] ^= (byte) (1 + random.nextInt(255));
                boolean unnoticed = KeptDocument.of(changed)
                        .filter(document -> java.util.Arrays.equals(digests.of(document, seed), kept.digest()))
                        .isPresent();
                assertFalse(unnoticed, event + " at " + i);
            }
        }
    }

    @Test
    void what_is_not_in_the_one_order_or_has_something_between_or_behind_is_no_kept_document() {
        for (String text : new String[] {
            "",
            "{}",
            "[]",
            "{\"type\":\"a\",\"actor\":1}",
            "{\"type\":\"a\",\"type\":\"a\"}",
            "{ \"type\":\"a\"}",
            "{\"type\":\"a\"} ",
            "{\"type\":\"a\",}",
            "{\"type\":\"a",
            "{\"type\":\"a\\",
            "{\"type\":",
            "{\"other\":1}"
        }) {
            assertEquals(
                    Optional.empty(),
                    KeptDocument.of(text.getBytes(StandardCharsets.UTF_8)).map(document -> text));
        }
    }

    private Pending pending(String event) {
        return Draft.of(Json.parse(event.getBytes(StandardCharsets.UTF_8)))
                .complete(new Defaults(
                        UID,
                        flakes::next,
                        Instant.EPOCH,
                        "test",
                        new Actor("user", "jane", Optional.empty()),
                        Optional.empty(),
                        Optional.empty(),
                        seed));
    }

    private static Extracted extracted(Pending event) {
        return new Extracted(
                event.id().id(),
                event.id().version(),
                event.type(),
                event.entityType(),
                event.entityId(),
                event.entityId().isPresent() ? OptionalLong.of(7) : OptionalLong.empty(),
                event.actor().type(),
                event.actor().id(),
                event.producer(),
                event.schema().map(SchemaId::id),
                event.schema().map(SchemaId::version),
                event.createdAtMicros(),
                NOON);
    }
}
