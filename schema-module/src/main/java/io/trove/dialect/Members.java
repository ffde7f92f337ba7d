package io.trove.dialect;

import io.trove.event.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An event while it is put together, member by member. */
final class Members {
    private final Map<String, Object> members = new TreeMap<>();

    /** Puts a value at a path of names, making the objects on the way. */
    void put(List<String> path, Json value) {
        Map<String, Object> at = members;
        for (String name : path.subList(0, path.size() - 1)) {
            at = child(at, name);
        }
        at.put(path.get(path.size() - 1), value);
    }

    private static Map<String, Object> child(Map<String, Object> parent, String name) {
        if (parent.get(name) instanceof Inner inner) {
            return inner;
        }
        Inner inner = new Inner();
        parent.put(name, inner);
        return inner;
    }

    Json toJson() {
        return Json.object(members);
    }

    private static final class Inner extends TreeMap<String, Object> {
        private static final long serialVersionUID = 1L;
    }

    static Optional<Json> at(Json event, List<String> path) {
        Optional<Json> found = Optional.of(event);
        for (String name : path) {
            found = found.flatMap(json -> json.member(name));
        }
        return found;
    }
}
