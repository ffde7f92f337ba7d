package io.trove.event;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a ledger assigned to an event, kept as an extension when the event is imported into another one. */
final class Origin {
    private static final String NAME = "origin";
    private static final Set<String> ASSIGNED = Set.of("position", "ledger", "recordedAt");

    private Origin() {}

    /** The event with what was assigned under {@code extensions.origin}; an origin that it had is within the new one. */
    static Json moved(Json event) {
        Map<String, Object> members = new TreeMap<>(event.members());
        Map<String, Object> origin = new TreeMap<>();
        for (String name : ASSIGNED) {
            event.member(name).ifPresent(value -> origin.put(name, value));
            members.remove(name);
        }
        event.at("/entity/version").ifPresent(version -> {
            Map<String, Object> entity =
                    new TreeMap<>(event.member("entity").orElseThrow().members());
            entity.remove("version");
            members.put("entity", entity);
            origin.put("entityVersion", version);
        });
        Json extensions = event.member("extensions").orElse(Json.object(Map.of()));
        if (origin.isEmpty() || !event.isObject() || !extensions.isObject()) {
            return event;
        }
        Map<String, Object> more = new TreeMap<>(extensions.members());
        extensions.member(NAME).ifPresent(before -> origin.put(NAME, before));
        more.put(NAME, origin);
        members.put("extensions", more);
        return Json.object(members);
    }
}
