package io.trove.access;

import io.trove.event.Draft;
import io.trove.event.Json;
import io.trove.evidence.VerifyingKey;
import io.trove.ledger.Append;
import io.trove.ledger.Appending;
import io.trove.ledger.Caller;
import io.trove.ledger.Column;
import io.trove.ledger.Expected;
import io.trove.ledger.Ledger;
import io.trove.ledger.Placed;
import io.trove.ledger.Row;
import io.trove.ledger.Table;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The events by which a ledger says who signs for it: its first one, and each rotation. */
@ApplicationScoped
class KeyEvents {

    private static final String CREATED = "ledger.created";
    private static final String ROTATED = "ledger.key.rotated";
    private static final String ENTITY = "signing-key";

    private static final Table SIGNING_KEY =
            new Table("signing_key", Column.text("public_key"), Column.number("position"));

    /** Another key for a ledger; refused when another rotation came first. */
    static Append rotated(Ledger ledger, Caller by, Optional<String> id, VerifyingKey next, List<VerifyingKey> had) {
        var event = new LinkedHashMap<String, Object>();
        event.put("id", id.map(text -> Map.of("id", text, "version", 1)));
        event.put("type", ROTATED);
        event.put("entity", Map.of("type", ENTITY, "id", ledger.uid()));
        event.put(
                "actor",
                Map.of(
                        "type", by.actor().type(),
                        "id", by.actor().id(),
                        "role", by.actor().role()));
        event.put(
                "payload",
                Map.of(
                        "publicKey", next.text(),
                        "previous", had.get(had.size() - 1).text()));
        return Append.of(Draft.of(Json.object(event)))
                .expecting(List.of(Expected.version(ENTITY, ledger.uid(), had.size() - 1L)));
    }

    void project(@Observes Appending batch) {
        batch.events().stream().flatMap(KeyEvents::rows).forEach(batch::contribute);
    }

    static Stream<Row> rows(Placed placed) {
        return switch (placed.event().type()) {
            case CREATED, ROTATED -> Stream.of(SIGNING_KEY.row(publicKey(placed), placed.position()));
            default -> Stream.empty();
        };
    }

    private static String publicKey(Placed placed) {
        return Json.parse(placed.kept().document())
                .at("/payload/publicKey")
                .flatMap(Json::text)
                .orElseThrow();
    }
}
