package io.trove.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random events out of few words, so that random filters find some, and random filters out of the same words. */
final class AnyEvents {

    static final List<String> TYPES = List.of(
            "session.started",
            "session.ended",
            "session",
            "session.",
            "sessions.x",
            "document.uploaded",
            "document.page.read",
            "a");
    private static final List<String> NAMES = List.of("one", "two", "1", "true", "50%_off", "ü€😀", "a.b", "null");
    private static final List<String> SCALARS =
            List.of("\"one\"", "\"1\"", "1", "-2.5", "1e+21", "true", "\"true\"", "false", "null", "\"ü€😀\"", "\"\"");
    private static final List<String> TIMES = List.of(
            "2024-03-15T10:30:00Z",
            "2024-03-15T12:30:00.5+02:00",
            "2024-03-15T10:30:01Z",
            "1969-12-31T23:59:59.999999Z",
            "2025-01-01T00:00:00.0000009Z");

    private final Random random;

    AnyEvents(long seed) {
        this.random = new Random(seed);
    }

    /** The events of one request. */
    List<String> events(int count) {
        return IntStream.range(0, count).mapToObj(i -> event()).toList();
    }

    private String event() {
        var members = new LinkedHashMap<String, String>();
        members.put("type", quoted(one(TYPES)));
        maybe(members, "entity", object("id", quoted(one(NAMES)), "type", quoted(one(List.of("session", "document")))));
        maybe(members, "entity", object("id", quoted(one(NAMES))));
        maybe(members, "actor", object("type", quoted(one(List.of("user", "agent"))), "id", quoted(one(NAMES))));
        maybe(members, "producer", quoted(one(NAMES)));
        maybe(members, "schema", object("id", quoted(one(TYPES)), "version", quoted(one(List.of("1", "1.0")))));
        maybe(members, "createdAt", quoted(one(TIMES)));
        maybe(members, "module", quoted(one(NAMES)));
        maybe(members, "userId", quoted(one(NAMES)));
        maybe(members, "trace", object("traceId", quoted(one(NAMES))));
        maybe(members, "context", object("correlationId", quoted(one(NAMES))));
        maybe(members, "cause", object("commandId", quoted(one(NAMES))));
        members.put(
                "payload",
                "{\"p\":%s,\"list\":[%s,%s],\"deep\":{\"q\":%s},\"a.b\":%s,\"title\":\"one\"}"
                        .formatted(scalar(), scalar(), scalar(), scalar(), scalar()));
        maybe(members, "indexBy", "{\"k\":%s,\"l\":[%s,%s]}".formatted(key(), key(), key()));
        maybe(members, "indexBy", "[\"title\"]");
        maybe(members, "links", "[%s]".formatted(link()));
        maybe(members, "links", "[%s,%s]".formatted(link(), link()));
        return members.entrySet().stream()
                .map(member -> quoted(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Up to four parameters with up to three values each. */
    Map<String, List<String>> filter(long size) {
        var parameters = new TreeMap<String, List<String>>();
        int terms = 1 + random.nextInt(4);
        while (parameters.size() < terms) {
            add(parameters, size);
        }
        return parameters;
    }

    private void add(Map<String, List<String>> parameters, long size) {
        switch (random.nextInt(20)) {
            case 0, 1, 2 ->
                parameters.put(
                        "type", some(List.of("session.*", "document.*", "nothing.*", "document.page.*", "a"), TYPES));
            case 3 -> parameters.put("entityType", some(List.of("session", "document", "a"), List.of("none")));
            case 4, 5 -> parameters.put("entityId", some(NAMES, List.of("none")));
            case 6 -> parameters.put("actorType", some(List.of("user", "agent", "none"), List.of("user")));
            case 7 -> parameters.put("actorId", some(NAMES, List.of("jane")));
            case 8 -> parameters.put("producer", some(NAMES, List.of("trove")));
            case 9 -> parameters.put("schema", some(TYPES, TYPES));
            case 10 -> parameters.put("schemaVersion", some(List.of("1", "1.0"), List.of("2")));
            case 11 -> parameters.put(one(List.of("since", "until")), List.of(one(timesAsked())));
            case 12 -> parameters.put("after", List.of(Long.toString(random.nextLong(size) - 1)));
            case 13 -> parameters.put("before", List.of(Long.toString(random.nextLong(size))));
            case 14 -> parameters.put(one(List.of("module", "userId", "traceId", "correlationId", "causeId")), names());
            case 15, 16 -> parameters.put(one(List.of("index.k", "index.l", "index.title", "index.none")), bare());
            case 17 -> parameters.put("links." + one(List.of("parent", "of.kind", "none")), names());
            default ->
                parameters.put(
                        one(List.of("payload.p", "payload.list", "payload.deep.q", "payload.a.b", "payload.deep")),
                        bare());
        }
    }

    private static List<String> timesAsked() {
        var asked = new ArrayList<>(TIMES);
        asked.addAll(List.of("1710498600000", "0", "-1", "2024-03-15T10:30:00.500001Z"));
        return asked;
    }

    private List<String> names() {
        return some(NAMES, List.of("none"));
    }

    private List<String> bare() {
        return some(List.of("one", "1", "-2.5", "1e+21", "true", "false", "ü€😀", "1.0"), List.of("null", "", "none"));
    }

    private List<String> some(List<String> often, List<String> seldom) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> one(random.nextInt(4) > 0 ? often : seldom))
                .toList();
    }

    private String link() {
        return object(
                "type", quoted(one(List.of("parent", "of.kind"))), "targetEvent", object("id", quoted(one(NAMES))));
    }

    private String scalar() {
        return one(SCALARS);
    }

    private String key() {
        return random.nextInt(20) == 0
                ? quoted("x".repeat(2_000))
                : one(SCALARS.stream().filter(s -> !s.equals("null")).toList());
    }

    private void maybe(Map<String, String> members, String name, String value) {
        if (random.nextBoolean()) {
            members.put(name, value);
        }
    }

    private static String object(String... parts) {
        var members = new ArrayList<String>();
        for (int i = 0; i < parts.length; i += 2) {
            members.add(quoted(parts[i]) + ":" + parts[i + 1]);
        }
        return "{" + String.join(",", members) + "}";
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
