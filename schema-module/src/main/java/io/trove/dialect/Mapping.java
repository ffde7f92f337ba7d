package io.trove.dialect;

import io.trove.event.Invalid;
import io.trove.event.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A dialect as a table: which of its members is which of an event's, and where all others go. */
final class Mapping {
    static final String REST = "_trove";

    private static final List<String> EXTENSIONS = List.of("extensions");

    private record Row(String member, List<String> path, Form form) {}

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private List<String> others = EXTENSIONS;

    /** A member of the dialect, and the path of the event's member that it is. */
    Mapping row(String member, Form form, String... path) {
        rows.put(member, new Row(member, List.of(path), form));
        return this;
    }

    /** Where members without a row are kept, instead of in {@code extensions}. */
    Mapping othersIn(String member) {
        others = List.of(member);
        return this;
    }

    Json read(Json document) {
        requireObject("", document);
        Members event = new Members();
        document.members().forEach((name, value) -> {
            Row row = rows.get(name);
            if (row != null) {
                event.put(row.path(), row.form().read(name, value));
            } else if (!name.equals(REST)) {
                event.put(other(name), value);
            }
        });
        Json said = event.toJson();
        return document.member(REST)
                .map(rest -> Rest.over(said, requireObject(REST, rest)))
                .orElse(said);
    }

    /** Where a document says what its event says there, also when it does not. */
    String pointer(Json document, String inEvent) {
        String inRest = "/" + REST + inEvent;
        return document.at(inRest).isPresent() ? inRest : pointer(inEvent);
    }

    /** The same by the table alone. */
    String pointer(String inEvent) {
        for (Row row : rows.values()) {
            String path = pointer(row.path());
            if (inEvent.equals(path) || inEvent.startsWith(path + "/")) {
                return "/" + row.member() + inEvent.substring(path.length());
            }
        }
        String path = pointer(others);
        return inEvent.equals(path) || inEvent.startsWith(path + "/") ? inEvent.substring(path.length()) : inEvent;
    }

    private static String pointer(List<String> path) {
        return "/" + String.join("/", path);
    }

    /** Writes what the table says, and under {@link #REST} whatever the dialect would not read from it. */
    Json write(Json event, UnaryOperator<Json> reading) {
        Map<String, Object> document = said(event);
        Optional<Json> rest = Rest.of(event, reading.apply(Json.object(document)));
        rest.ifPresent(json -> document.put(REST, json));
        return Json.object(document);
    }

    /** The members that the table makes of an event. */
    Map<String, Object> said(Json event) {
        Map<String, Object> document = new TreeMap<>();
        rows.values()
                .forEach(row -> Members.at(event, row.path())
                        .flatMap(row.form()::fromEvent)
                        .ifPresent(value -> document.put(row.member(), value)));
        Members.at(event, others)
                .ifPresent(kept -> kept.members().forEach((name, value) -> {
                    if (!rows.containsKey(name) && !name.equals(REST)) {
                        document.put(name, value);
                    }
                }));
        return document;
    }

    /** Each member of the dialect with the path of the event's, in dots. */
    Map<String, String> table() {
        Map<String, String> table = new TreeMap<>();
        rows.values().forEach(row -> table.put(row.member(), String.join(".", row.path())));
        return table;
    }

    private List<String> other(String name) {
        List<String> path = new ArrayList<>(others);
        path.add(name);
        return path;
    }

    /** An event and its position, as the readers of an event see it. */
    static Json positioned(long position, Json event) {
        Map<String, Object> members = new TreeMap<>(event.members());
        members.put("position", position);
        return Json.object(members);
    }

    static Json requireObject(String member, Json value) {
        if (!value.isObject()) {
            throw new Invalid(member.isEmpty() ? "" : "/" + member, Form.shown(value), "an object");
        }
        return value;
    }
}
