package io.trove.entities;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A page about entities: its items as answers say them, where the next begins, and the position up to which it is true. */
public record Chapter(List<Map<String, Object>> items, Optional<String> next, long asOf) {

    public Chapter {
        items = List.copyOf(items);
    }

    /** As answers say it. */
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("items", items);
        members.put("next", next);
        members.put("asOf", Map.of("position", asOf));
        return members;
    }
}
