package io.trove.registry;

import io.trove.event.Json;
import io.trove.event.SchemaId;
import java.util.List;
import java.util.Map;

/** A registered version of a schema with its content. */
public record Registered(Listed listed, Registration registration) {

    public SchemaId schema() {
        return listed.schema();
    }

    /** As answers say it. */
    public Json json() {
        return json(List.of());
    }

    /** The same, and what will be regretted about it. */
    public Json json(List<Map<String, Object>> warnings) {
        Map<String, Object> members = listed.members();
        members.put("schema", registration.schema());
        if (!registration.indexBy().isEmpty()) {
            members.put("indexBy", registration.indexBy());
        }
        if (!registration.examples().isEmpty()) {
            members.put("examples", List.copyOf(registration.examples()));
        }
        registration.lift().ifPresent(lift -> members.put("lift", lift));
        members.putAll(registration.fold().members());
        if (!warnings.isEmpty()) {
            members.put("warnings", warnings);
        }
        return Json.object(members);
    }
}
