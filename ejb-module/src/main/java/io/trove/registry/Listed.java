package io.trove.registry;

import io.trove.event.SchemaId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A registered version of a schema, without its content; those that are part of Trove have no position. */
public record Listed(
        SchemaId schema,
        Status status,
        Optional<String> compatibility,
        Optional<String> description,
        OptionalLong position) {

    static Listed of(String id, Version version, Optional<String> compatibility) {
        boolean shipped = version.position() == 0;
        return new Listed(
                new SchemaId(id, version.version()),
                version.status(),
                compatibility,
                version.description(),
                shipped ? OptionalLong.empty() : OptionalLong.of(version.position()));
    }

    /** As answers say it. */
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("id", schema.id());
        members.put("version", schema.version());
        members.put("status", status.text());
        compatibility.ifPresent(mode -> members.put("compatibility", mode));
        description.ifPresent(text -> members.put("description", text));
        position.ifPresent(at -> members.put("position", at));
        return members;
    }
}
