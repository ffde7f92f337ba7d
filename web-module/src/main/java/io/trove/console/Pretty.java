package io.trove.console;

import io.trove.event.Json;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** JSON as people read it: a member a line, two spaces a level. */
final class Pretty {

    private static final String STEP = "  ";

    private final StringBuilder text = new StringBuilder();

    private Pretty() {}

    static String of(Json json) {
        var pretty = new Pretty();
        pretty.write(json, "\n");
        return pretty.text.toString();
    }

    static List<String> lines(Json json) {
        return of(json).lines().toList();
    }

    private void write(Json json, String line) {
        if (json.isObject() && !json.members().isEmpty()) {
            members(json.members().entrySet().iterator(), line);
        } else if (json.isArray() && json.items().stream().anyMatch(item -> item.isObject() || item.isArray())) {
            items(json.items().iterator(), line);
        } else {
            text.append(json);
        }
    }

    private void members(Iterator<Map.Entry<String, Json>> members, String line) {
        text.append('{');
        while (members.hasNext()) {
            Map.Entry<String, Json> each = members.next();
            text.append(line).append(STEP).append(Json.of(each.getKey())).append(": ");
            write(each.getValue(), line + STEP);
            text.append(members.hasNext() ? "," : "");
        }
        text.append(line).append('}');
    }

    private void items(Iterator<Json> items, String line) {
        text.append('[');
        while (items.hasNext()) {
            text.append(line).append(STEP);
            write(items.next(), line + STEP);
            text.append(items.hasNext() ? "," : "");
        }
        text.append(line).append(']');
    }
}
