package io.trove.registry;

import io.trove.event.Draft;
import io.trove.jsonschema.Linter;
import io.trove.jsonschema.Warning;
import io.trove.ledger.Head;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What will be regretted, as answers say it; it refuses nothing. */
final class Warnings {

    /** A batch that goes wrong in one way goes wrong in many places. */
    private static final int SEVERAL_MAX = 50;

    private final Catalog catalog;
    private final Supplier<Head> head;
    private final boolean ofEach;
    private final Map<String, List<Warning>> names = new HashMap<>();
    private final List<Map<String, Object>> found = new ArrayList<>();

    /**
     * Of each event, for who counts them; or of a name once, and of some events where there are many. The head is asked for
     * only where advice depends on it, for each append pays for it.
     */
    Warnings(Catalog catalog, Supplier<Head> head, boolean ofEach) {
        this.catalog = catalog;
        this.head = head;
        this.ofEach = ofEach;
    }

    static List<Map<String, Object>> ofSchema(String id, Registration registration) {
        return Linter.ofSchema(id, registration.schema(), registration.examples()).stream()
                .map(Warnings::members)
                .toList();
    }

    /** Of events that came in a dialect, each with its place among them. */
    List<Map<String, Object>> ofEvents(String dialect, List<Draft> events) {
        for (int i = 0; i < events.size() && !isEnough(); i++) {
            Draft event = events.get(i);
            name(i, event.type());
            details(i, dialect, event);
        }
        return found;
    }

    private boolean isEnough() {
        return !ofEach && found.size() >= SEVERAL_MAX;
    }

    private void name(int index, String type) {
        if (ofEach || !names.containsKey(type)) {
            names.computeIfAbsent(type, Linter::ofType).forEach(each -> add(index, each));
        }
    }

    private void details(int index, String dialect, Draft event) {
        boolean isVersioned = !event.hasPayload() || event.schema().isPresent();
        for (Warning each : Linter.ofEvent(dialect, isVersioned, true)) {
            if (catalog.ask(event.type(), head.get(), Lineage::latest).isPresent()) {
                add(index, each);
            }
        }
    }

    private void add(int index, Warning warning) {
        if (!isEnough()) {
            Map<String, Object> members = members(warning);
            members.put("index", index);
            found.add(members);
        }
    }

    private static Map<String, Object> members(Warning warning) {
        var members = new LinkedHashMap<String, Object>();
        members.put("rule", warning.rule());
        members.put("pointer", warning.pointer());
        members.put("advice", warning.advice());
        return members;
    }
}
