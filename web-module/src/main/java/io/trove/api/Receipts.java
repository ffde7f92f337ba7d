package io.trove.api;

import io.trove.event.Times;
import io.trove.ledger.Ledger;
import io.trove.ledger.Receipt;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an append answers: where it is, and what commits to it. */
final class Receipts {
    private Receipts() {}

    static Response one(Ledger ledger, Receipt receipt) {
        return one(ledger, receipt, List.of());
    }

    /** The same, with what will be regretted about it. */
    static Response one(Ledger ledger, Receipt receipt, List<Map<String, Object>> warnings) {
        return created(List.of(receipt), advised(members(receipt), warnings))
                .header(HttpHeaders.LOCATION, Paths.event(ledger.name(), receipt.id()))
                .build();
    }

    static Response several(List<Receipt> receipts, List<Map<String, Object>> warnings) {
        var members = new LinkedHashMap<String, Object>();
        members.put("events", receipts.stream().map(Receipts::members).toList());
        return created(receipts, advised(members, warnings)).build();
    }

    private static Map<String, Object> advised(Map<String, Object> members, List<Map<String, Object>> warnings) {
        if (!warnings.isEmpty()) {
            members.put("warnings", warnings);
        }
        return members;
    }

    /** A replay is answered as the first time, and says that it is one when nothing of it is new. */
    private static Response.ResponseBuilder created(List<Receipt> receipts, Map<String, ?> members) {
        var answer = Response.status(Response.Status.CREATED)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(JsonText.of(members));
        if (receipts.stream().allMatch(Receipt::replay)) {
            answer.header("Idempotency-Replayed", "true");
        }
        return answer;
    }

    static Map<String, Object> members(Receipt receipt) {
        var id = new LinkedHashMap<String, Object>();
        id.put("id", receipt.id().id());
        id.put("version", receipt.id().version());
        var entity = new LinkedHashMap<String, Object>();
        entity.put("type", receipt.entity().type());
        entity.put("id", receipt.entity().id());
        entity.put("version", receipt.entityVersion());
        var members = new LinkedHashMap<String, Object>();
        members.put("position", receipt.position());
        members.put("id", id);
        members.put("entity", entity);
        members.put("digest", Digests.text(receipt.digest()));
        members.put("recordedAt", Times.text(micros(receipt.recordedAt())));
        return members;
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
