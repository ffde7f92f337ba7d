package io.trove.entities;

import io.trove.event.Json;
import java.util.Map;
import java.util.TreeMap;

/** A JSON merge patch, as RFC 7396 applies it. */
final class MergePatch {

    private MergePatch() {}

    static Json applied(Json target, Json patch) {
        if (!patch.isObject()) {
            return patch;
        }
        Map<String, Json> members = new TreeMap<>(target.members());
        patch.members().forEach((name, value) -> {
            if (value.isNull()) {
                members.remove(name);
            } else {
                members.put(name, applied(members.getOrDefault(name, Json.nul()), value));
            }
        });
        return Json.object(members);
    }
}
