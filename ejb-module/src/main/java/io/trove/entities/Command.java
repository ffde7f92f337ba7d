package io.trove.entities;

import io.trove.event.Identifier;
import io.trove.event.Invalid;
import io.trove.event.Json;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * An intention, for one entity. Its events are called by its id and their number, so that none of them is recorded twice.
 *
 * @param isNamed whether the caller gave it its id
 */
record Command(String type, String id, boolean isNamed, EntityId entity, Json json) {

    static final int ID_BYTES_MAX = 190;
    private static final int TYPE_BYTES_MAX = 200;

    static Command of(Json body, String entityType, Supplier<String> ids) {
        String type = type(body);
        Optional<String> given = body.member("id").map(id -> text("/id", id, ID_BYTES_MAX));
        String id = given.orElseGet(ids);
        Json entity = body.member("entity").orElse(Json.nul());
        entity.member("type").filter(said -> !said.equals(Json.of(entityType))).ifPresent(said -> {
            throw new Invalid("/entity/type", said.toString(), "\"" + entityType + "\", which such commands are for");
        });
        var named =
                new EntityId(entityType, text("/entity/id", entity.member("id").orElse(Json.nul()), 512));
        if (!Named.isName(named)) {
            throw new Invalid("/entity/id", "a text with control characters", "an entity's id");
        }
        Map<String, Json> members = new TreeMap<>(body.members());
        members.put("id", Json.of(id));
        members.put("entity", Json.object(named.members()));
        members.putIfAbsent("payload", Json.object(Map.of()));
        return new Command(type, id, given.isPresent(), named, Json.object(members));
    }

    static String type(Json body) {
        return text("/type", body.member("type").orElse(Json.nul()), TYPE_BYTES_MAX);
    }

    static void requireType(String type) {
        text("/type", Json.of(type), TYPE_BYTES_MAX);
    }

    private static String text(String at, Json value, int bytesMax) {
        return value.text()
                .filter(text -> Identifier.isOne(text, bytesMax))
                .orElseThrow(() -> new Invalid(at, value.toString(), Identifier.wanted(bytesMax)));
    }

    /** The id of the event that it says it was sent because of. */
    Optional<String> causedBy() {
        return json.member("causedBy")
                .map(event -> text("/causedBy/id", event.member("id").orElse(Json.nul()), ID_BYTES_MAX));
    }

    /** What its events say they come of: the command, and the entity as it was when it decided. */
    Json cause(Optional<Look> look, long hops) {
        Map<String, Object> producer = new LinkedHashMap<>(entity.members());
        look.map(Look::state).ifPresent(state -> {
            state.first().ifPresent(first -> producer.put("systemId", first.id().member("id")));
            producer.put("vector", state.vector().toString());
            producer.put("version", state.version());
        });
        return Json.object(Map.of("command", type, "commandId", id, "entity", producer, "hops", hops));
    }

    /** The id of its event of this number. */
    String eventId(int number) {
        return id + "." + number;
    }

    /** An event of it, of this number. */
    Json named(Json event, int number) {
        Map<String, Object> members = new TreeMap<>(event.members());
        members.remove("cause");
        members.put("id", Map.of("id", eventId(number), "version", 1));
        return Json.object(members);
    }

    /** Whether a kept document is of an event of a command with this id. */
    boolean isNamedBy(Json document) {
        return document.at("/cause/commandId").filter(Json.of(id)::equals).isPresent();
    }

    /** Whether a kept document may be of an event of it: what else it asked for, no event says. */
    boolean isCauseOf(Json document) {
        return isNamedBy(document)
                && document.at("/cause/command").filter(Json.of(type)::equals).isPresent()
                && document.at("/cause/entity/type")
                        .filter(Json.of(entity.type())::equals)
                        .isPresent()
                && document.at("/cause/entity/id")
                        .filter(Json.of(entity.id())::equals)
                        .isPresent();
    }

    /** Stands for all that it asks. */
    String digest() {
        return HexFormat.of().formatHex(Sha256.of(json.canonical()));
    }
}
