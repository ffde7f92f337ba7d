package io.trove.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PendingTest {
    private static final long RECORDED_AT = Times.micros(AnyEvent.NOW);

    @Test
    void what_is_kept_is_canonical_and_its_digest_is_the_one_computed_from_the_stored_bytes() {
        AnyEvent any = new AnyEvent(5);
        for (int i = 0; i < 3_000; i++) {
            Json sent = any.event();
            byte[] seed = any.seed();
            Pending pending = Draft.of(sent).complete(AnyEvent.defaults(AnyEvent.UID, seed));
            long version = any.any().random().nextInt(Integer.MAX_VALUE);
            Kept kept = pending.keep(version, RECORDED_AT);

            Json document = Json.parse(kept.document());
            assertArrayEquals(document.canonical(), kept.document());
            assertArrayEquals(Records.digest(Records.record(document, seed)), kept.digest());
            assertTrue(kept.document().length <= pending.documentLength());
            assertAgreement(pending, document, version);
        }
    }

    private static void assertAgreement(Pending pending, Json document, long version) {
        assertEquals(Optional.of(pending.id().id()), text(document, "/id/id"));
        assertEquals(
                pending.id().version(),
                document.at("/id/version").orElseThrow().integer().orElseThrow());
        assertEquals(Optional.of(pending.type()), text(document, "/type"));
        assertEquals(Optional.of(pending.entityType()), text(document, "/entity/type"));
        assertEquals(pending.entityId(), text(document, "/entity/id"));
        assertEquals(pending.entityId().map(id -> Json.of(version)), document.at("/entity/version"));
        assertEquals(Optional.of(pending.actor().id()), text(document, "/actor/id"));
        assertEquals(Optional.of(pending.producer()), text(document, "/producer"));
        assertEquals(pending.schema().map(SchemaId::id), text(document, "/schema/id"));
        assertEquals(pending.traceId(), text(document, "/trace/traceId"));
        assertEquals(pending.correlationId(), text(document, "/context/correlationId"));
        assertEquals(pending.causeId(), text(document, "/cause/commandId"));
        assertEquals(pending.module(), text(document, "/module"));
        assertEquals(pending.userId(), text(document, "/userId"));
        assertEquals(
                pending.createdAtMicros(),
                Times.micros(text(document, "/createdAt").orElseThrow()));
        assertEquals(Optional.of(AnyEvent.UID), text(document, "/ledger"));
        assertEquals(Optional.of(Times.text(RECORDED_AT)), text(document, "/recordedAt"));
    }

    @Test
    void the_fewest_members_get_every_default() {
        Pending pending = Draft.of(json("{\"type\":\"document.uploaded\"}"))
                .complete(AnyEvent.defaults(AnyEvent.UID, new byte[32]));
        assertEquals(
                "{\"actor\":{\"id\":\"jane\",\"role\":\"editor\",\"type\":\"user\"},\"createdAt\":\"2026-11-21T10:30:00.123456Z\","
                        + "\"entity\":{\"type\":\"document\"},\"id\":{\"id\":\"0000000000000000000001\",\"version\":1},"
                        + "\"ledger\":\"00112233445566778899aabbccddeeff\",\"producer\":\"test\","
                        + "\"recordedAt\":\"2026-11-21T10:30:00.123456Z\",\"schema\":{\"id\":\"s\",\"version\":\"1\"},"
                        + "\"trace\":{\"traceId\":\"0af7651916cd43dd8448eb211c80319c\"},\"type\":\"document.uploaded\"}",
                new String(pending.keep(7, RECORDED_AT).document(), UTF_8));
    }

    @Test
    void the_time_of_creation_is_kept_as_sent() {
        Kept kept = Draft.of(json("{\"type\":\"a\",\"createdAt\":\"2024-03-15T10:30:00.10+05:30\"}"))
                .complete(AnyEvent.defaults(AnyEvent.UID, new byte[32]))
                .keep(1, RECORDED_AT);
        assertTrue(new String(kept.document(), UTF_8).contains("\"createdAt\":\"2024-03-15T10:30:00.10+05:30\""));
    }

    @Test
    void keeping_twice_gives_the_same_and_leaves_the_holes() {
        Pending pending = Draft.of(json("{\"type\":\"a\",\"entity\":{\"id\":\"e\"}}"))
                .complete(AnyEvent.defaults(AnyEvent.UID, new byte[32]));
        Kept first = pending.keep(1, RECORDED_AT);
        Kept other = pending.keep(1_000_000_000_000L, RECORDED_AT + 1);
        assertArrayEquals(first.document(), pending.keep(1, RECORDED_AT).document());
        assertArrayEquals(first.digest(), pending.keep(1, RECORDED_AT).digest());
        assertFalse(new String(other.digest(), UTF_8).equals(new String(first.digest(), UTF_8)));
    }

    @Test
    void an_entity_type_that_the_ledger_tells_leaves_the_content_digest() {
        Draft draft = Draft.of(json("{\"type\":\"rename\",\"entity\":{\"id\":\"e\"}}"));
        Draft typed = draft.withEntityType("group");
        assertArrayEquals(draft.contentDigest(), typed.contentDigest());
        byte[] seed = new byte[32];
        Kept kept = typed.complete(AnyEvent.defaults(AnyEvent.UID, seed)).keep(1, RECORDED_AT);
        assertEquals(Optional.of("group"), text(Json.parse(kept.document()), "/entity/type"));
        assertArrayEquals(Records.digest(Records.record(Json.parse(kept.document()), seed)), kept.digest());
        assertEquals("rename", draft.entity().type());
    }

    private static Optional<String> text(Json json, String pointer) {
        return json.at(pointer).flatMap(Json::text);
    }

    private static Json json(String text) {
        return Json.parse(text.getBytes(UTF_8));
    }
}
