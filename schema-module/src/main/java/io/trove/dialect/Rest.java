package io.trove.dialect;

import io.trove.event.Json;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What an event has beyond what a dialect can say of it: objects by their members, anything else whole. */
final class Rest {
    private Rest() {}

    /** What must be laid over {@code part} to give {@code whole} again; nothing when they are equal. */
    static Optional<Json> of(Json whole, Json part) {
        if (whole.equals(part)) {
            return Optional.empty();
        }
        if (!whole.isObject() || !part.isObject()) {
            return Optional.of(whole);
        }
        Map<String, Object> rest = new TreeMap<>();
        whole.members()
                .forEach((name, value) -> part.member(name)
                        .map(said -> of(value, said))
                        .orElse(Optional.of(value))
                        .ifPresent(missing -> rest.put(name, missing)));
        return rest.isEmpty() ? Optional.empty() : Optional.of(Json.object(rest));
    }

    /** {@code part} with {@code rest} laid over it. */
    static Json over(Json part, Json rest) {
        if (!part.isObject() || !rest.isObject()) {
            return rest;
        }
        Map<String, Object> whole = new TreeMap<>(part.members());
        rest.members()
                .forEach((name, value) -> whole.merge(name, value, (said, more) -> over((Json) said, (Json) more)));
        return Json.object(whole);
    }
}
