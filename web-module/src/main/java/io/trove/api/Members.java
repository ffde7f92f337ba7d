package io.trove.api;

import io.trove.event.Invalid;
import io.trove.event.Json;
import java.util.List;

/** What an object in a request may consist of. */
final class Members {
    private Members() {}

    /** Refuses what is no object, or has a member of another name. */
    static void only(String pointer, Json value, List<String> names) {
        if (!value.isObject()) {
            throw new Invalid(pointer, Body.kind(value), "an object with " + String.join(" and ", names));
        }
        value.members().keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Invalid(pointer + "/" + name, "a member " + name, "only " + String.join(" and ", names));
                });
    }
}
