package io.trove.registry;

import io.trove.event.Draft;
import io.trove.jsonschema.Linter;
import io.trove.jsonschema.Warning;
import io.trove.ledger.Caller;
import io.trove.ledger.Head;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What will be regretted, as answers say it; it refuses nothing. */
final class Warnings {

    private final Catalog catalog;
    private final Head head;
    private final int most;
    private final List<Map<String, Object>> found = new ArrayList<>();

    Warnings(Catalog catalog, Head head, int most) {
        this.catalog = catalog;
        this.head = head;
        this.most = most;
    }

    static List<Map<String, Object>> ofSchema(String id, Registration registration) {
        return Linter.ofSchema(id, registration.schema(), registration.examples()).stream()
                .map(Warnings::members)
                .toList();
    }

    /** Of events that came in a dialect, each with its place among them. */
    List<Map<String, Object>> ofEvents(Caller by, String dialect, List<Draft> events) {
        for (int i = 0; i < events.size() && found.size() < most; i++) {
            Draft event = events.get(i);
            name(i, by, event.type());
            details(i, dialect, event);
        }
        return found;
    }

    /** Once for each who writes it: whoever named it so cannot rename it with every event. */
    private void name(int index, Caller by, String type) {
        List<Warning> warnings = Linter.ofType(type);
        if (!warnings.isEmpty() && catalog.tells(by.id(), type)) {
            warnings.forEach(each -> add(index, each));
        }
    }

    private void details(int index, String dialect, Draft event) {
        boolean isVersioned = event.payload().isEmpty() || event.schema().isPresent();
        for (Warning each : Linter.ofEvent(dialect, isVersioned, true)) {
            if (catalog.ask(event.type(), head, Lineage::latest).isPresent()) {
                add(index, each);
            }
        }
    }

    private void add(int index, Warning warning) {
        if (found.size() < most) {
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
