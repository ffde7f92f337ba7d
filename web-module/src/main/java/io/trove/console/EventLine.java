package io.trove.console;

import io.trove.event.Json;
import io.trove.query.Found;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** An event as one line of a list. */
public record EventLine(
        long position,
        String id,
        String type,
        String entityType,
        String entityId,
        String actorType,
        String actor,
        String recordedAt,
        String address) {

    static EventLine of(Found found, String api) {
        var event = Json.parse(found.document());
        var id = text(event, "/id/id");
        return new EventLine(
                found.position(),
                id,
                text(event, "/type"),
                text(event, "/entity/type"),
                text(event, "/entity/id"),
                text(event, "/actor/type"),
                text(event, "/actor/id"),
                text(event, "/recordedAt"),
                api + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    private static String text(Json event, String pointer) {
        return event.at(pointer).flatMap(Json::text).orElse("");
    }
}
