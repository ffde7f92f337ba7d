package io.trove.integrity;

import io.trove.event.Json;
import io.trove.event.Malformed;
import io.trove.event.Records;
import io.trove.event.Times;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Holds an event's row against itself: what the bytes and the seed give is what the columns say. */
final class EventCheck {

    private static final String EVENT = "event";

    private final StoredEvent event;
    private final List<Disagreement> found = new ArrayList<>();

    private EventCheck(StoredEvent event) {
        this.event = event;
    }

    /** What of the row disagrees, for a ledger of this uid whose event before was recorded at that time. */
    static List<Disagreement> of(StoredEvent event, String uid, long recordedBefore) {
        var check = new EventCheck(event);
        try {
            Json document = Json.parse(event.document());
            check.document(document, uid);
            check.columns(document);
            check.times(document, recordedBefore);
        } catch (Malformed broken) {
            check.disagrees("document", "The document is no JSON any more: " + broken.getMessage());
        } catch (IllegalArgumentException unknown) {
            check.disagrees("document", "The document has no record any more: " + unknown.getMessage());
        }
        return check.found;
    }

    private void document(Json document, String uid) {
        if (!Arrays.equals(document.canonical(), event.document())) {
            disagrees("document", "The document is not canonical");
        }
        byte[] digest = Records.digest(Records.record(document, event.seed()));
        if (!Arrays.equals(digest, event.digest())) {
            disagrees("document", "The document and the seed do not give the digest");
        }
        Optional<String> ledger = document.member("ledger").flatMap(Json::text);
        if (!ledger.equals(Optional.of(uid))) {
            disagrees("ledger", "The document is of the ledger " + ledger.orElse("?") + ", not " + uid);
        }
    }

    private void columns(Json document) {
        StoredEvent.EXTRACTED.forEach((column, pointer) -> {
            Object kept = event.columns().get(column);
            Optional<Json> said = document.at(pointer);
            if (!text(said).equals(Optional.ofNullable(kept).map(String::valueOf))) {
                disagrees(
                        column,
                        "The column says %s and the document %s"
                                .formatted(kept, said.map(Json::toString).orElse("nothing")));
            }
        });
    }

    private static Optional<String> text(Optional<Json> value) {
        return value.map(json -> json.text().orElseGet(json::toString));
    }

    private void times(Json document, long recordedBefore) {
        time("created_at", document.member("createdAt"), (Long) event.columns().get("created_at"));
        time("recorded_at", document.member("recordedAt"), event.recordedAt());
        if (event.recordedAt() < recordedBefore) {
            disagrees("recorded_at", "The event was recorded before the one in front of it");
        }
    }

    private void time(String column, Optional<Json> said, long kept) {
        try {
            long micros = Times.micros(said.flatMap(Json::text).orElse(""));
            if (micros != kept) {
                disagrees(column, "The column says %s and the document %s".formatted(Times.text(kept), said.get()));
            }
        } catch (DateTimeException noTime) {
            disagrees(column, "The document has no such time: " + noTime.getMessage());
        }
    }

    private void disagrees(String field, String sentence) {
        found.add(Disagreement.at(event.position(), EVENT, field, sentence));
    }
}
