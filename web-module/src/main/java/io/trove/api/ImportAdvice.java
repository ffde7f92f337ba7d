package io.trove.api;

import io.trove.ledger.Settled;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What will be regretted about the lines of an import: each piece of advice once, with its first line and how many have it. */
final class ImportAdvice {
    private static final int KINDS_MAX = 50;

    private record Told(Map<String, Object> warning, int line, long lines) {
        Told again() {
            return new Told(warning, line, lines + 1);
        }

        Map<String, Object> members() {
            var members = new LinkedHashMap<>(warning);
            members.put("line", line);
            members.put("lines", lines);
            return members;
        }
    }

    private final Map<Object, Told> told = new LinkedHashMap<>();

    /** Advice on the events of a chunk, each with the event's index in it; on those that are not recorded none is needed. */
    void add(ImportChunk chunk, List<Settled> outcomes, List<Map<String, Object>> warnings) {
        for (var warning : warnings) {
            var index = ((Number) warning.get("index")).intValue();
            var line = chunk.number(index);
            var said = new LinkedHashMap<>(warning);
            said.remove("index");
            if (outcomes.get(index) instanceof Settled.Recorded
                    && (told.containsKey(said) || told.size() < KINDS_MAX)) {
                told.merge(said, new Told(said, line, 1), (known, one) -> known.again());
            }
        }
    }

    List<Map<String, Object>> members() {
        var members = new ArrayList<Map<String, Object>>();
        told.values().forEach(each -> members.add(each.members()));
        return members;
    }
}
