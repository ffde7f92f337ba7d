package io.trove.jsonschema;

import io.trove.event.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON Pointer to a property, taken apart; it may lead through items of arrays, and changes no array's length. */
public record PropertyPath(List<String> names) {
    static final int DEPTH_MAX = 32;

    public PropertyPath {
        names = List.copyOf(names);
    }

    /** None for a text that is no pointer, or one to the whole document. */
    static Optional<PropertyPath> of(String pointer) {
        if (!pointer.startsWith("/") || pointer.matches("(?s).*~([^01].*|)")) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        for (String step : pointer.substring(1).split("/", -1)) {
            names.add(step.replace("~1", "/").replace("~0", "~"));
        }
        return names.size() > DEPTH_MAX ? Optional.empty() : Optional.of(new PropertyPath(names));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        names.forEach(name -> text.append('/').append(UnshownProperties.escaped(name)));
        return text.toString();
    }

    PropertyPath sibling(String name) {
        List<String> others = new ArrayList<>(names.subList(0, names.size() - 1));
        others.add(name);
        return new PropertyPath(others);
    }

    boolean isInside(PropertyPath other) {
        return names.size() > other.names.size()
                && names.subList(0, other.names.size()).equals(other.names);
    }

    Optional<Json> find(Json payload) {
        return payload.at(text());
    }

    Json remove(Json payload) {
        return find(payload).isEmpty() ? payload : changed(payload, 0, Optional.empty(), false);
    }

    /** With the value there; without objects on the way only when {@code making} them is wanted. */
    Json put(Json payload, Json value, boolean making) {
        return changed(payload, 0, Optional.of(value), making);
    }

    private Json changed(Json at, int depth, Optional<Json> value, boolean making) {
        String name = names.get(depth);
        boolean last = depth == names.size() - 1;
        if (at.isArray() && !last) {
            return inItem(at, name, depth, value, making);
        }
        if (!at.isObject()) {
            if (making || at.isArray()) {
                throw new Step.Stuck(text() + " is no property: "
                        + (at.isArray() ? "an array" : "a value that is no object") + " is in its place");
            }
            return at;
        }
        Map<String, Json> members = new LinkedHashMap<>(at.members());
        if (last) {
            members.remove(name);
            value.ifPresent(given -> members.put(name, given));
            return Json.object(members);
        }
        Json inner = members.get(name);
        if (inner == null && !making) {
            return at;
        }
        members.put(name, changed(inner == null ? Json.object(Map.of()) : inner, depth + 1, value, making));
        return Json.object(members);
    }

    private Json inItem(Json array, String index, int depth, Optional<Json> value, boolean making) {
        List<Json> items = new ArrayList<>(array.items());
        boolean there = index.matches("0|[1-9]\\d{0,8}") && Integer.parseInt(index) < items.size();
        if (!there) {
            if (making) {
                throw new Step.Stuck(text() + " leads through an item that is not there");
            }
            return array;
        }
        int at = Integer.parseInt(index);
        items.set(at, changed(items.get(at), depth + 1, value, making));
        return Json.array(items);
    }
}
