package io.trove.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RecordsTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final Set<String> COMPLETE = Set.of("the documentation's example", "every member");

    @Test
    void the_record_digest_and_leaf_of_stored_bytes_are_those_of_the_vectors() {
        List<Json> vectors = vectors();
        assertEquals(6, vectors.size());
        for (Json vector : vectors) {
            Json document = Json.parse(text(vector, "document").getBytes(UTF_8));
            assertEquals(text(vector, "document"), document.toString());

            byte[] record = Records.record(document, seed(vector));
            assertEquals(text(vector, "record"), new String(record, UTF_8));
            assertEquals(text(vector, "digest"), HEX.formatHex(Records.digest(record)));
            assertEquals(text(vector, "leaf"), HEX.formatHex(Records.leaf(Records.digest(record))));
        }
    }

    /** Vectors whose document has every default already: they go the whole way of an append. */
    @Test
    void an_event_as_sent_becomes_the_document_and_digest_of_the_vectors() {
        List<Json> complete = vectors().stream()
                .filter(vector -> COMPLETE.contains(text(vector, "name")))
                .toList();
        assertEquals(COMPLETE.size(), complete.size());
        for (Json vector : complete) {
            Json document = Json.parse(text(vector, "document").getBytes(UTF_8));
            long version =
                    document.at("/entity/version").orElseThrow().integer().orElseThrow();
            Kept kept = Draft.of(sent(document))
                    .complete(withoutTrace(AnyEvent.defaults(text(document, "ledger"), seed(vector))))
                    .keep(version, Times.micros(text(document, "recordedAt")));

            assertEquals(text(vector, "document"), new String(kept.document(), UTF_8));
            assertEquals(text(vector, "digest"), HEX.formatHex(kept.digest()));
        }
    }

    @Test
    void a_document_with_a_member_that_the_rules_do_not_know_has_no_record() {
        Json document = Json.object(Map.of("type", "a", "colour", "blue"));
        assertThrows(IllegalArgumentException.class, () -> Records.record(document, new byte[32]));
    }

    @Test
    void a_seed_of_another_length_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> Records.record(Json.object(Map.of()), new byte[31]));
    }

    @Test
    void a_record_shows_nothing_of_the_private_members() {
        Json document = Json.object(Map.of("type", "a", "payload", "secret", "actor", Map.of("id", "jane")));
        byte[] record = Records.record(document, new byte[32]);
        assertEquals(-1, new String(record, UTF_8).indexOf("secret"));
        assertEquals(-1, new String(record, UTF_8).indexOf("jane"));
    }

    @Test
    void another_seed_gives_another_digest() {
        Json document = Json.object(Map.of("type", "a"));
        byte[] other = new byte[32];
        other[31] = 1;
        assertNotEquals(
                HEX.formatHex(Records.digest(Records.record(document, new byte[32]))),
                HEX.formatHex(Records.digest(Records.record(document, other))));
    }

    private static Defaults withoutTrace(Defaults defaults) {
        return new Defaults(
                defaults.ledgerUid(),
                defaults.flakes(),
                defaults.now(),
                defaults.producer(),
                defaults.actor(),
                defaults.schema(),
                Optional.empty(),
                defaults.seed());
    }

    private static Json sent(Json document) {
        Map<String, Object> sent = new TreeMap<>(document.members());
        sent.keySet().removeAll(Set.of("ledger", "recordedAt"));
        Map<String, Object> entity =
                new TreeMap<>(document.member("entity").orElseThrow().members());
        entity.remove("version");
        sent.put("entity", entity);
        return Json.object(sent);
    }

    private static List<Json> vectors() {
        byte[] file = Vectors.bytes(Vectors.directory("record").resolve("vectors.json"));
        return Json.parse(file).member("vectors").orElseThrow().items();
    }

    private static byte[] seed(Json vector) {
        return HEX.parseHex(text(vector, "seed"));
    }

    private static String text(Json object, String member) {
        return object.member(member).flatMap(Json::text).orElseThrow();
    }
}
