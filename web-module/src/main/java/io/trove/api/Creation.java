package io.trove.api;

import io.trove.event.Invalid;
import io.trove.event.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What the tool {@code entity.create} says: the event {@code TYPE.created} of an entity that nothing is recorded of. */
record Creation(Json event, String entityType, String entityId) {
    private static final int NAME_LENGTH = 22;

    /** The entity's id is made when the body says none: of the key, so that a request sent again makes the same. */
    static Creation of(Json body, Optional<String> key, Supplier<String> ids) {
        if (!body.isObject()) {
            throw new Invalid("", Body.kind(body), "an object such as {\"entityTypeSlug\": \"order\"}");
        }
        body.member("eventType").ifPresent(type -> {
            throw new Invalid("/eventType", Body.kind(type), "nothing: it is the entity's type and .created");
        });
        var type = text(body, "entityTypeSlug").orElseThrow(() -> wrong(body, "entityTypeSlug"));
        var id = body.member("entityId").isEmpty()
                ? key.map(Creation::named).orElseGet(ids)
                : text(body, "entityId").orElseThrow(() -> wrong(body, "entityId"));
        Map<String, Object> event = new TreeMap<>(body.members());
        event.put("eventType", type + ".created");
        event.put("entityId", id);
        return new Creation(Json.object(event), type, id);
    }

    private static Optional<String> text(Json body, String name) {
        return body.member(name).flatMap(Json::text).filter(text -> !text.isEmpty());
    }

    private static Invalid wrong(Json body, String name) {
        return new Invalid("/" + name, body.member(name).map(Body::kind).orElse("nothing"), "a text that is not empty");
    }

    private static String named(String key) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(hash).substring(0, NAME_LENGTH);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("This Java runtime has no SHA-256", absent);
        }
    }
}
