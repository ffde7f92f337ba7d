package io.trove.access;

import java.util.Set;
import java.util.stream.Collectors;

/** An event, and the numbers of those that it links to. */
record AnyEvent(int number, String type, String k, String entity, String actor, Set<Integer> links) {

    /** The type of those that change the thing they happen to. */
    static final String CHANGING = "thing.updated";

    /** In a ledger that begins with {@code ledger.created}. */
    int position() {
        return number + 1;
    }

    String id() {
        return "x" + number;
    }

    String json() {
        String targets = links.stream()
                .map("{\"type\": \"parent\", \"targetEvent\": {\"id\": \"x%d\"}}"::formatted)
                .collect(Collectors.joining(","));
        return """
                {"type": "%s", "id": {"id": "%s"}, "entity": {"type": "thing", "id": "%s"}, "actor": {"type": "user", "id": "%s"},
                 "indexBy": {"k": "%s"}, "payload": {"n": %d, "note": "secret"}, "links": [%s],
                 "files": [{"id": "f", "data": "aGVsbG8="}]}""".formatted(type, id(), entity, actor, k, number, targets);
    }

    String field(String name) {
        return switch (name) {
            case "index.k" -> k;
            case "entity" -> entity;
            default -> actor;
        };
    }
}
