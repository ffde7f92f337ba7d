package io.trove.access;

import io.trove.event.Draft;
import io.trove.event.Json;
import io.trove.event.KeptDocument;
import io.trove.evidence.VerifyingKey;
import io.trove.ledger.Append;
import io.trove.ledger.Appending;
import io.trove.ledger.Caller;
import io.trove.ledger.Column;
import io.trove.ledger.Expected;
import io.trove.ledger.Following;
import io.trove.ledger.FollowingRows;
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

    /** The keys that are kept, for an audit to hold against the events. */
    static FollowingRows kept() {
        return new FollowingRows(List.of(new Following(SIGNING_KEY, "signing key", List.of())), KeyEvents::rows);
    }

    static Stream<Row> rows(Placed placed) {
        return switch (placed.event().type()) {
            case CREATED, ROTATED ->
                Stream.of(row(placed.position(), Json.parse(placed.kept().document())));
            default -> Stream.empty();
        };
    }

    /** The row of a kept event. */
    static List<Row> rows(long position, KeptDocument document) {
        return document.is("type", CREATED) || document.is("type", ROTATED)
                ? List.of(row(position, document.json()))
                : List.of();
    }

    private static Row row(long position, Json document) {
        return SIGNING_KEY.row(
                document.at("/payload/publicKey").flatMap(Json::text).orElseThrow(), position);
    }
}
