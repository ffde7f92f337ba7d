package io.trove.entities;

import io.trove.event.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A relation to another entity: of this type, and whether it begins here or there. */
public record Relation(String type, EntityId other, boolean isOutgoing) {

    /** As answers say it: the other is the {@code target}, or the {@code source} of a relation that ends here. */
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", type);
        members.put(isOutgoing ? "target" : "source", other.members());
        return members;
    }

    static Optional<Relation> read(Json json) {
        Optional<String> type = json.member("type").flatMap(Json::text);
        Optional<EntityId> target = EntityId.read(json.member("target"));
        return type.flatMap(name -> target.map(it -> new Relation(name, it, true))
                .or(() -> EntityId.read(json.member("source")).map(it -> new Relation(name, it, false))));
    }
}
