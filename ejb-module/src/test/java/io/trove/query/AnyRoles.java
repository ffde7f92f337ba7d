package io.trove.query;

import io.trove.event.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random principals and roles out of the words of {@link AnyEvents}, so that their rules show some events and not all. */
final class AnyRoles {

    private static final List<String> NAMES = List.of("one", "two", "1", "true", "ü€😀", "none");
    private static final List<String> TYPES = List.of("session.*", "document.*", "session", "document.uploaded", "a");
    private static final List<String> FIELDS = List.of(
            "index.k",
            "index.l",
            "index.title",
            "entity",
            "entity",
            "entity.k",
            "entity.l",
            "entity.title",
            "actor",
            "producer");
    private static final List<String> PLACES = List.of(
            "/payload/p",
            "/payload/list",
            "/payload/deep/q",
            "/payload/deep",
            "/payload/title",
            "/payload",
            "/actor/id",
            "/module",
            "/userId",
            "/context/correlationId",
            "/indexBy/k",
            "/indexBy");

    private final Random random;

    AnyRoles(long seed) {
        this.random = new Random(seed);
    }

    Json principal() {
        String entity = random.nextInt(4) == 0 ? "" : ",\"entity\":" + entity();
        return json("{\"name\":\"%s\",\"attributes\":{\"x\":%s,\"y\":[%s,%s]}%s}"
                .formatted(one(NAMES), scalar(), scalar(), scalar(), entity));
    }

    List<Json> roles() {
        return IntStream.rangeClosed(0, random.nextInt(3)).mapToObj(i -> role()).toList();
    }

    private Json role() {
        String reads = random.nextInt(4) == 0 ? "" : "\"events.read\"";
        return json("{\"permissions\":[%s],\"sees\":[%s],\"never\":[%s],\"masks\":[%s]}"
                .formatted(
                        reads,
                        random.nextInt(4) == 0 ? "" : several(this::rule, 1 + random.nextInt(3)),
                        several(this::rule, random.nextInt(4) == 0 ? 1 : 0),
                        several(this::mask, random.nextInt(3))));
    }

    private String rule() {
        return "{%s\"where\":[%s]}".formatted(types(), several(this::condition, random.nextInt(3)));
    }

    private String types() {
        return random.nextBoolean() ? "" : "\"types\":[\"%s\",\"%s\"],".formatted(one(TYPES), one(TYPES));
    }

    private String condition() {
        String op = one(List.of("eq", "eq", "in", "contains", "neq"));
        return "{\"field\":\"%s\",\"%s\":%s}".formatted(one(FIELDS), op, operand());
    }

    private String operand() {
        return switch (random.nextInt(8)) {
            case 0 -> "[" + scalar() + "," + scalar() + "," + scalar() + "]";
            case 1 -> "\"principal.id\"";
            case 2 -> "\"principal.entity\"";
            case 3 -> "\"principal.attributes." + one(List.of("x", "y", "none")) + "\"";
            case 4, 5 -> "\"principal.related." + one(List.of("knows", "has")) + "\"";
            default -> scalar();
        };
    }

    private String mask() {
        return "{%s%s:[\"%s\"]}"
                .formatted(types(), one(List.of("\"hide\"", "\"redact\"", "\"to\":\"one\",\"redact\"")), one(PLACES));
    }

    /** That one entity has a relation to another, or has it no more. */
    String relation() {
        return "{\"type\":\"entity.%s\",\"entity\":%s,\"payload\":{\"type\":\"%s\",\"target\":%s}}"
                .formatted(
                        one(List.of("linked", "linked", "unlinked")), entity(), one(List.of("knows", "has")), entity());
    }

    private String entity() {
        return "{\"type\":\"%s\",\"id\":\"%s\"}".formatted(one(List.of("session", "document")), one(NAMES));
    }

    private String scalar() {
        return one(List.of("\"one\"", "\"two\"", "\"1\"", "1", "true", "-2.5", "\"ü€😀\""));
    }

    private static String several(Supplier<String> one, int count) {
        return IntStream.range(0, count).mapToObj(i -> one.get()).collect(Collectors.joining(","));
    }

    private static Json json(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
