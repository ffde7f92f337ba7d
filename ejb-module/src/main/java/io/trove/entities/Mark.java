package io.trove.entities;

import io.trove.event.Canonical;
import io.trove.event.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** An event of an entity's, by its position, its id and when it was recorded. */
public record Mark(long position, Json id, String recordedAt) {

    /** As answers say it. */
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("position", position);
        members.put("id", id);
        members.put("recordedAt", recordedAt);
        return members;
    }

    /** As it is kept. */
    Canonical writeTo(Canonical kept) {
        return kept.member("id", id).member("position", position).member("recordedAt", recordedAt);
    }

    static Mark read(Json json) {
        return new Mark(
                json.member("position").orElseThrow().integer().orElseThrow(),
                json.member("id").orElseThrow(),
                json.member("recordedAt").flatMap(Json::text).orElseThrow());
    }
}
