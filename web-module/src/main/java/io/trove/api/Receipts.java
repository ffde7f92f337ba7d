package io.trove.api;

import io.trove.event.Times;
import io.trove.ledger.Ledger;
import io.trove.ledger.Receipt;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** What an append answers: where it is, and what commits to it. */
final class Receipts {
    /** Most have fewer characters. */
    private static final int RECEIPT_LENGTH = 288;

    private Receipts() {}

    static Response one(Ledger ledger, Receipt receipt) {
        return one(ledger, receipt, List.of());
    }

    /** The same, with what will be regretted about it. */
    static Response one(Ledger ledger, Receipt receipt, List<Map<String, Object>> warnings) {
        return created(List.of(receipt), json -> {
                    say(receipt, json);
                    advise(warnings, json);
                })
                .header(HttpHeaders.LOCATION, Paths.event(ledger.name(), receipt.id()))
                .build();
    }

    static Response several(List<Receipt> receipts, List<Map<String, Object>> warnings) {
        return created(receipts, json -> {
                    json.member(
                            "events", receipts.stream().map(Receipts::object).toList());
                    advise(warnings, json);
                })
                .build();
    }

    private static void advise(List<Map<String, Object>> warnings, JsonText json) {
        if (!warnings.isEmpty()) {
            json.member("warnings", warnings);
        }
    }

    /** A replay is answered as the first time, and says that it is one when nothing of it is new. */
    private static Response.ResponseBuilder created(List<Receipt> receipts, JsonText.Saying answered) {
        var answer = Response.status(Response.Status.CREATED)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(JsonText.of(receipts.size() * RECEIPT_LENGTH, answered));
        tellReplay(receipts.stream().allMatch(Receipt::replay), answer);
        return answer;
    }

    static void tellReplay(boolean isReplay, Response.ResponseBuilder answer) {
        if (isReplay) {
            answer.header("Idempotency-Replayed", "true");
        }
    }

    static JsonText.Saying object(Receipt receipt) {
        return json -> say(receipt, json);
    }

    private static void say(Receipt receipt, JsonText json) {
        json.member("position", receipt.position());
        json.begin("id")
                .member("id", receipt.id().id())
                .member("version", receipt.id().version())
                .end();
        json.begin("entity")
                .member("type", receipt.entity().type())
                .member("id", receipt.entity().id())
                .member("version", receipt.entityVersion())
                .end();
        json.member("digest", Digests.text(receipt.digest()));
        json.member("recordedAt", Times.text(micros(receipt.recordedAt())));
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
