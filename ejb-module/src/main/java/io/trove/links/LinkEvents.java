package io.trove.links;

import io.trove.event.Bounds;
import io.trove.event.Draft;
import io.trove.event.EventId;
import io.trove.event.Identifier;
import io.trove.event.Json;
import io.trove.ledger.Caller;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The events by which a link is made later, and taken away; they mean the same whoever appends them. */
final class LinkEvents {

    static final String LINKED = "event.linked";
    static final String UNLINKED = "event.unlinked";

    /** The type of the entity that an edge is, so that what became of it is one history. */
    static final String ENTITY = "link";

    private LinkEvents() {}

    static boolean isOne(String type) {
        return type.equals(LINKED) || type.equals(UNLINKED);
    }

    /** The ends of the link that such an event makes or takes away, the source first; {@link LinkRefused} when it says none. */
    static List<Said> ends(Draft draft) {
        Json payload = draft.payload().orElse(Json.nul());
        boolean links = draft.type().equals(LINKED);
        String type = text(payload, "/type", Bounds.LINK_TYPE_BYTES_MAX);
        boolean inverse = type.equals(LinkType.CHILD);
        String kept = inverse ? LinkType.PARENT : type;
        return List.of(
                end(
                        payload,
                        inverse ? "/target" : "/source",
                        links ? Said.Role.LINKED_FROM : Said.Role.UNLINKED_FROM,
                        kept),
                end(
                        payload,
                        inverse ? "/source" : "/target",
                        links ? Said.Role.LINKED_TO : Said.Role.UNLINKED_TO,
                        kept));
    }

    private static Said end(Json payload, String pointer, Said.Role role, String type) {
        String id = text(payload, pointer + "/id", Bounds.EVENT_ID_BYTES_MAX);
        Optional<Json> version = payload.at(pointer + "/version");
        if (version.isEmpty()) {
            return new Said(role, type, id, OptionalInt.empty());
        }
        OptionalLong number = version.get().integer();
        if (number.isEmpty() || number.getAsLong() < 1 || number.getAsLong() > Integer.MAX_VALUE) {
            throw new LinkRefused(
                    "/payload" + pointer + "/version", version.get().toString(), "a whole number from 1");
        }
        return new Said(role, type, id, OptionalInt.of((int) number.getAsLong()));
    }

    private static String text(Json payload, String pointer, int bytesMax) {
        Optional<Json> there = payload.isObject() ? payload.at(pointer) : Optional.empty();
        String text = there.flatMap(Json::text).orElse("");
        require("/payload" + pointer, text, there.map(Json::toString).orElse("nothing"), bytesMax);
        return text;
    }

    /** Refuses what no link's type can be. */
    static void requireType(String pointer, String type) {
        require(pointer, type, Json.of(type).toString(), Bounds.LINK_TYPE_BYTES_MAX);
    }

    private static void require(String pointer, String text, String got, int bytesMax) {
        if (!Identifier.isOne(text, bytesMax)) {
            throw new LinkRefused(pointer, got, Identifier.wanted(bytesMax));
        }
    }

    static Draft linked(Caller by, Node source, String type, Node target, Optional<Json> metadata) {
        return draft(LINKED, by, source, type, target, metadata);
    }

    static Draft unlinked(Caller by, Node source, String type, Node target, Optional<Json> metadata) {
        return draft(UNLINKED, by, source, type, target, metadata);
    }

    private static Draft draft(
            String event, Caller by, Node source, String type, Node target, Optional<Json> metadata) {
        var payload = new TreeMap<String, Object>();
        payload.put("source", members(source.id()));
        payload.put("type", type);
        payload.put("target", members(target.id()));
        metadata.ifPresent(given -> payload.put("metadata", given));
        return Draft.of(Json.object(Map.of(
                "type",
                event,
                "entity",
                Map.of("type", ENTITY, "id", entityId(source.id(), type, target.id())),
                "actor",
                Map.of(
                        "type", by.actor().type(),
                        "id", by.actor().id(),
                        "role", by.actor().role()),
                "payload",
                payload)));
    }

    private static Map<String, Object> members(EventId id) {
        return Map.of("id", id.id(), "version", id.version());
    }

    /** The same for the same edge, and for no other. */
    static String entityId(EventId source, String type, EventId target) {
        String edge =
                source.id() + '\0' + source.version() + '\0' + type + '\0' + target.id() + '\0' + target.version();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(edge.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("This Java runtime has no SHA-256", absent);
        }
    }
}
