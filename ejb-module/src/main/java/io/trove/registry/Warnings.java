package io.trove.registry;

import io.trove.event.Draft;
import io.trove.jsonschema.Linter;
import io.trove.jsonschema.Warning;
import io.trove.ledger.Head;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What will be regretted, as answers say it; it refuses nothing. */
final class Warnings {

    /** A batch that goes wrong in one way goes wrong in many places. */
    private static final int EVENTS_MAX = 50;

    private Warnings() {}

    static List<Map<String, Object>> ofSchema(String id, Registration registration) {
        return Linter.ofSchema(id, registration.schema(), registration.examples()).stream()
                .map(Warnings::members)
                .toList();
    }

    /** Of events that came in a dialect, each with its place among them. */
    static List<Map<String, Object>> ofEvents(Catalog catalog, Head head, String dialect, List<Draft> events) {
        var warnings = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < events.size() && warnings.size() < EVENTS_MAX; i++) {
            Draft event = events.get(i);
            boolean isVersioned = event.payload().isEmpty() || event.schema().isPresent();
            for (Warning each : Linter.ofEvent(dialect, isVersioned, true)) {
                if (catalog.ask(event.type(), head, Lineage::latest).isPresent()) {
                    Map<String, Object> members = members(each);
                    members.put("index", i);
                    warnings.add(members);
                }
            }
        }
        return warnings;
    }

    private static Map<String, Object> members(Warning warning) {
        var members = new LinkedHashMap<String, Object>();
        members.put("rule", warning.rule());
        members.put("pointer", warning.pointer());
        members.put("advice", warning.advice());
        return members;
    }
}
