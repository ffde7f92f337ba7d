package io.trove.entities;

import io.trove.event.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An entity's name within its ledger. */
public record EntityId(String type, String id) {

    /** As answers say it. */
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", type);
        members.put("id", id);
        return members;
    }

    /** The entity that this JSON names, when it names one. */
    static Optional<EntityId> read(Optional<Json> named) {
        Optional<String> type = named.flatMap(it -> it.member("type")).flatMap(Json::text);
        Optional<String> id = named.flatMap(it -> it.member("id")).flatMap(Json::text);
        return type.isPresent() && id.isPresent() ? Optional.of(new EntityId(type.get(), id.get())) : Optional.empty();
    }
}
