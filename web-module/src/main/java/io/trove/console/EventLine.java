package io.trove.console;

import io.trove.event.Json;
import io.trove.ledger.LedgerName;
import io.trove.query.Found;
import java.util.Optional;

/** An event as one line of a list. */
public record EventLine(
        long position,
        String id,
        String type,
        String entityType,
        String entityId,
        String entityAddress,
        String actorType,
        String actor,
        String recordedAt,
        String address) {

    static EventLine of(Found found, LedgerName ledger) {
        var event = Json.parse(found.document());
        var id = text(event, "/id/id");
        var version = event.at("/id/version").map(Json::toString).orElse("");
        return new EventLine(
                found.position(),
                id,
                text(event, "/type"),
                text(event, "/entity/type"),
                text(event, "/entity/id"),
                entity(event, ledger),
                text(event, "/actor/type"),
                text(event, "/actor/id"),
                text(event, "/recordedAt"),
                Address.of("event", Optional.of(ledger))
                        .with("id", id)
                        .with("version", version)
                        .toString());
    }

    /** Where the page of what it happened to is; empty where it does not say. */
    private static String entity(Json event, LedgerName ledger) {
        return text(event, "/entity/id").isEmpty()
                ? ""
                : Address.of("entity", Optional.of(ledger))
                        .with("type", text(event, "/entity/type"))
                        .with("id", text(event, "/entity/id"))
                        .toString();
    }

    private static String text(Json event, String pointer) {
        return event.at(pointer).flatMap(Json::text).orElse("");
    }
}
