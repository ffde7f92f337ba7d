package io.trove.integrity;

import io.trove.event.Digests;
import io.trove.event.Extracted;
import io.trove.event.Json;
import io.trove.event.KeptDocument;
import io.trove.event.Malformed;
import io.trove.event.Records;
import io.trove.event.Times;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Holds an event's row against itself: what the bytes and the seed give is what the columns say. Whether all is well is
 * seen from the bytes as they are; only where it is not, the document is parsed, to say what.
 */
final class EventCheck {

    static final String EVENT = "event";
    static final String DOCUMENT = "document";

    private final StoredEvent event;
    private final List<Disagreement> found = new ArrayList<>();

    private EventCheck(StoredEvent event) {
        this.event = event;
    }

    /** Whether the document is the one that was kept: it and the seed give the digest. */
    static boolean isGenuine(StoredEvent event, Optional<KeptDocument> document, Digests digests) {
        try {
            return document.isPresent() && Arrays.equals(digests.of(document.get(), event.seed()), event.digest());
        } catch (IllegalArgumentException noSeed) {
            return false;
        }
    }

    /** What of the row disagrees. */
    static List<Disagreement> of(StoredEvent event, String uid) {
        var check = new EventCheck(event);
        try {
            Json document = Json.parse(event.document());
            check.document(document, uid);
            check.columns(document);
            check.times(document);
        } catch (Malformed broken) {
            check.disagrees(DOCUMENT, "The document is no JSON any more: " + broken.getMessage());
        } catch (IllegalArgumentException unknown) {
            check.disagrees(DOCUMENT, "The document has no record any more: " + unknown.getMessage());
        }
        return check.found;
    }

    private void document(Json document, String uid) {
        if (!Arrays.equals(document.canonical(), event.document())) {
            disagrees(DOCUMENT, "The document is not canonical");
        }
        byte[] digest = Records.digest(Records.record(document, event.seed()));
        if (!Arrays.equals(digest, event.digest())) {
            disagrees(DOCUMENT, "The document and the seed do not give the digest");
        }
        Optional<String> ledger = document.member("ledger").flatMap(Json::text);
        if (!ledger.equals(Optional.of(uid))) {
            disagrees("ledger", "The document is of the ledger " + ledger.orElse("?") + ", not " + uid);
        }
    }

    private void columns(Json document) {
        Extracted columns = event.columns();
        var extracted = new LinkedHashMap<String, Optional<String>>();
        extracted.put("event_id /id/id", Optional.of(columns.eventId()));
        extracted.put("event_version /id/version", Optional.of(Long.toString(columns.eventVersion())));
        extracted.put("type /type", Optional.of(columns.type()));
        extracted.put("entity_type /entity/type", Optional.of(columns.entityType()));
        extracted.put("entity_id /entity/id", columns.entityId());
        extracted.put(
                "entity_version /entity/version",
                columns.entityVersion().stream().mapToObj(Long::toString).findFirst());
        extracted.put("actor_type /actor/type", Optional.of(columns.actorType()));
        extracted.put("actor_id /actor/id", Optional.of(columns.actorId()));
        extracted.put("producer /producer", Optional.of(columns.producer()));
        extracted.put("schema_id /schema/id", columns.schemaId());
        extracted.put("schema_version /schema/version", columns.schemaVersion());
        extracted.forEach((column, kept) -> column(column.split(" "), kept, document));
    }

    private void column(String[] columnAndPointer, Optional<String> kept, Json document) {
        Optional<Json> said = document.at(columnAndPointer[1]);
        if (!said.map(json -> json.text().orElseGet(json::toString)).equals(kept)) {
            disagrees(
                    columnAndPointer[0],
                    "The column says %s and the document %s"
                            .formatted(
                                    kept.orElse("nothing"),
                                    said.map(Json::toString).orElse("nothing")));
        }
    }

    private void times(Json document) {
        time("created_at", document.member("createdAt"), event.columns().createdAtMicros());
        time("recorded_at", document.member("recordedAt"), event.columns().recordedAtMicros());
    }

    private void time(String column, Optional<Json> said, long kept) {
        try {
            long micros = Times.micros(said.flatMap(Json::text).orElse(""));
            if (micros != kept) {
                disagrees(column, "The column says %d microseconds and the document %s".formatted(kept, said.get()));
            }
        } catch (DateTimeException noTime) {
            disagrees(column, "The document has no such time: " + noTime.getMessage());
        }
    }

    private void disagrees(String field, String sentence) {
        found.add(Disagreement.at(event.position(), EVENT, field, sentence));
    }
}
