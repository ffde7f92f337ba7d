package io.trove.console;

import io.trove.event.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What two documents say differently, value by value, for a table with one beside the other. */
final class Difference {
    private static final int ROWS_MAX = 500;

    private Difference() {}

    /** A place where they differ; a value that one of them does not have is empty. */
    public record Row(String path, String before, String after) {
        public boolean isAdded() {
            return before.isEmpty();
        }

        public boolean isRemoved() {
            return after.isEmpty();
        }
    }

    /** At most so many rows that a person can look through them. */
    static List<Row> between(Json before, Json after) {
        var left = values(before);
        var right = values(after);
        var paths = new TreeSet<>(left.keySet());
        paths.addAll(right.keySet());
        return paths.stream()
                .map(path -> new Row(path, left.getOrDefault(path, ""), right.getOrDefault(path, "")))
                .filter(row -> !row.before().equals(row.after()))
                .limit(ROWS_MAX)
                .toList();
    }

    private static Map<String, String> values(Json document) {
        var values = new LinkedHashMap<String, String>();
        collect("", document, values);
        return values;
    }

    private static void collect(String path, Json value, Map<String, String> values) {
        if (value.isObject() && !value.members().isEmpty()) {
            value.members()
                    .forEach((name, member) -> collect(path.isEmpty() ? name : path + "." + name, member, values));
        } else if (value.isArray() && !value.items().isEmpty()) {
            var items = new ArrayList<>(value.items());
            for (int i = 0; i < items.size(); i++) {
                collect(path + "[" + i + "]", items.get(i), values);
            }
        } else if (!path.isEmpty() || !saysNothing(value)) {
            values.put(path, value.toString());
        }
    }

    /** A whole document that is null or empty: what comes after it is new, and nothing of it is gone. */
    private static boolean saysNothing(Json document) {
        return document.isNull() || document.isObject();
    }
}
