package io.trove.entities;

import io.trove.event.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What makes one JSON value another, as RFC 6902 says it: additions, removals and replacements. */
final class JsonPatch {

    private final List<Map<String, Object>> operations = new ArrayList<>();

    private JsonPatch() {}

    /** The operations that make the second of the first. */
    static List<Map<String, Object>> between(Json from, Json to) {
        var patch = new JsonPatch();
        patch.compare("", from, to);
        return patch.operations;
    }

    private void compare(String at, Json from, Json to) {
        if (from.equals(to)) {
            return;
        }
        if (from.isObject() && to.isObject()) {
            members(at, from, to);
        } else if (from.isArray() && to.isArray()) {
            items(at, from.items(), to.items());
        } else {
            add("replace", at, to);
        }
    }

    private void members(String at, Json from, Json to) {
        from.members().forEach((name, before) -> {
            String path = at + '/' + escaped(name);
            to.member(name).ifPresentOrElse(after -> compare(path, before, after), () -> remove(path));
        });
        to.members().forEach((name, after) -> {
            if (from.member(name).isEmpty()) {
                add("add", at + '/' + escaped(name), after);
            }
        });
    }

    private void items(String at, List<Json> from, List<Json> to) {
        int both = Math.min(from.size(), to.size());
        for (int i = 0; i < both; i++) {
            compare(at + '/' + i, from.get(i), to.get(i));
        }
        for (int i = from.size() - 1; i >= both; i--) {
            remove(at + '/' + i);
        }
        for (int i = both; i < to.size(); i++) {
            add("add", at + '/' + i, to.get(i));
        }
    }

    private void add(String operation, String path, Json value) {
        var members = new LinkedHashMap<String, Object>();
        members.put("op", operation);
        members.put("path", path);
        members.put("value", value);
        operations.add(members);
    }

    private void remove(String path) {
        var members = new LinkedHashMap<String, Object>();
        members.put("op", "remove");
        members.put("path", path);
        operations.add(members);
    }

    /** As a JSON Pointer has it (RFC 6901). */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
