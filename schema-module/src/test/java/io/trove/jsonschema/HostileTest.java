package io.trove.jsonschema;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas and values that were made to hold a thread do not. */
class HostileTest {

    private static final long SECOND = 1_000_000_000;
    private static final String LONG = "a".repeat(1_000_000);

    @ParameterizedTest
    @ValueSource(strings = {"^(a+)+$", "(a|a)*b", "^((a|b|[c-z]){0,30}x){0,30}y$", "(a*)*(a*)*b", "^[^@]+@[^@]+b$"})
    void a_pattern_takes_linear_time(String pattern) {
        assertWithinASecond(schema(Map.of("pattern", pattern)), Json.of(LONG + "!"));
    }

    @Test
    void a_pattern_that_is_long_written_out_is_refused_in_time() {
        JsonSchema schema = schema(Map.of("pattern", "(a?){1000}".repeat(4) + "b"));
        assertThrows(TooCostly.class, () -> assertWithinASecond(schema, Json.of(LONG)));
    }

    @Test
    void patterns_that_are_large_together_are_refused_though_each_is_not() {
        IntFunction<String> large = i -> "\"p%d\":{\"pattern\":\"([a-f]{100}){90}%d\"}".formatted(i, i);
        JsonSchema some = schema("{\"properties\":{%s}}".formatted(joined(10, large)));
        assertTrue(some.bytes() > 10 * 90 * 100 * 50 && some.bytes() < Footprint.BYTES_MAX, () -> "" + some.bytes());
        var refused =
                assertThrows(SchemaRefused.class, () -> schema("{\"properties\":{%s}}".formatted(joined(60, large))));
        assertTrue(refused.getMessage().contains("more than 32 MiB of memory"), refused::getMessage);
    }

    @Test
    void what_a_schema_refers_to_counts_as_a_part_of_it() {
        Json other = Json.object(Map.of("$comment", LONG.substring(0, 200_000)));
        IntFunction<String> reference = i -> "{\"$ref\":\"urn:other:%d\"}".formatted(i);
        IntFunction<Json> referring = count -> Json.parse(
                "{\"allOf\":[%s]}".formatted(joined(count, reference)).getBytes(StandardCharsets.UTF_8));
        assertTrue(JsonSchema.of(referring.apply(2), uri -> Optional.of(other)).bytes() > 20 * 400_000);
        assertThrows(SchemaRefused.class, () -> JsonSchema.of(referring.apply(20), uri -> Optional.of(other)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$ref\":\"#\"}",
                "{\"not\":{\"$ref\":\"#\"}}",
                "{\"anyOf\":[{\"$ref\":\"#\"},{\"$ref\":\"#\"}]}",
                "{\"$dynamicAnchor\":\"x\",\"allOf\":[{\"$dynamicRef\":\"#x\"}]}"
            })
    void a_schema_that_only_refers_to_itself_is_refused(String schema) {
        assertThrows(TooCostly.class, () -> assertWithinASecond(schema(schema), Json.of(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anyOf", "allOf", "oneOf"})
    void choices_that_double_at_every_level_are_refused(String choice) {
        String levels = joined(
                40,
                i -> "\"d%d\":{\"%s\":[{\"$ref\":\"#/$defs/d%d\"},{\"$ref\":\"#/$defs/d%d\"}]}"
                        .formatted(i, choice, i + 1, i + 1));
        JsonSchema schema =
                schema("{\"$defs\":{%s,\"d40\":%s},\"$ref\":\"#/$defs/d0\"}".formatted(levels, choice.equals("oneOf")));
        assertThrows(TooCostly.class, () -> assertWithinASecond(schema, Json.of(1)));
    }

    @Test
    void a_large_constant_that_is_asked_for_thousands_of_times_is_refused_in_time() {
        String constant = LONG.substring(0, 200_000);
        JsonSchema schema = schema("{\"$defs\":{\"c\":{\"const\":\"%sx\"}},\"anyOf\":[%s]}"
                .formatted(constant, joined(3_000, i -> "{\"$ref\":\"#/$defs/c\"}")));
        assertThrows(TooCostly.class, () -> assertWithinASecond(schema, Json.of(constant + "y")));
    }

    @Test
    void thousands_of_patterns_on_thousands_of_names_are_refused_in_time() {
        Map<String, Object> many = new TreeMap<>();
        IntStream.range(0, 50_000).forEach(i -> many.put("k" + i, i));
        JsonSchema schema = schema("{\"patternProperties\":{%s},\"additionalProperties\":false}"
                .formatted(joined(2_000, i -> "\"^x%dy*z$\":{}".formatted(i))));
        assertThrows(TooCostly.class, () -> assertWithinASecond(schema, Json.object(many)));
    }

    static Stream<List<Object>> colliding() {
        List<Object> numbers = new ArrayList<>();
        List<Object> texts = new ArrayList<>();
        for (long i = 1; i < 30_000; i++) {
            numbers.add(i * 4_294_967_297L);
            StringBuilder text = new StringBuilder();
            for (int bit = 0; bit < 15; bit++) {
                text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            texts.add(text.toString());
        }
        return Stream.of(numbers, texts);
    }

    @ParameterizedTest
    @MethodSource("colliding")
    void values_whose_hashes_collide_are_compared_in_time(List<Object> values) {
        assertWithinASecond(schema(Map.of("uniqueItems", true)), Json.array(values));
        assertWithinASecond(schema(Map.of("items", Map.of("enum", values.subList(0, 10_000)))), Json.array(values));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date-time",
                "date",
                "time",
                "duration",
                "email",
                "idn-email",
                "hostname",
                "idn-hostname",
                "ipv4",
                "ipv6",
                "uri",
                "uri-reference",
                "iri",
                "iri-reference",
                "uuid",
                "uri-template",
                "json-pointer",
                "relative-json-pointer",
                "regex"
            })
    void a_format_is_checked_in_time(String format) {
        JsonSchema schema = schema(Map.of("format", format));
        for (String part :
                List.of("a", "a.", "a@", "/", ":", "1", "P1Y", "xn--", "{a}", "(", "%41", "\u0e01", "~0", "\\")) {
            assertWithinASecond(schema, Json.of(part.repeat(32_768 / part.length())));
            assertWithinASecond(schema, Json.of(part.repeat(300_000)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"^(((a{1,99}){1,99}){1,99}){1,99}$", "(?:(?:ab?){1000}){1000}", "(((a{9,}){99}){99}|b){99}"})
    void repeats_within_repeats_are_refused_before_they_are_written_out(String pattern) {
        SchemaRefused refused =
                assertThrows(SchemaRefused.class, () -> withinASecond(() -> schema(Map.of("pattern", pattern))));
        assertTrue(
                refused.getMessage().startsWith("The schema cannot be used: the pattern is too large"),
                refused::getMessage);
    }

    static Stream<String> large() {
        return Stream.of(
                "{\"$defs\":{%s,\"d40\":{\"minLength\":%%d}},\"$ref\":\"#/$defs/d0\"}"
                        .formatted(joined(
                                40,
                                i -> "\"d%d\":{\"allOf\":[{\"$ref\":\"#/$defs/d%d\"},{\"$ref\":\"#/$defs/d%d\"}]}"
                                        .formatted(i, i + 1, i + 1))),
                "{\"minLength\":%%d,\"oneOf\":[%s]}".formatted(joined(4_000, i -> "{\"required\":[\"p" + i + "\"]}")));
    }

    @ParameterizedTest
    @MethodSource("large")
    void schemas_that_are_large_or_double_are_compared_in_time(String schema) {
        List<Earlier> earlier = List.of(new Earlier("1", schema(schema.formatted(3)), References.none()));
        JsonSchema next = schema(schema.formatted(2));
        Verdict verdict = withinASecond(
                () -> Compatibility.of(next, References.none(), earlier, CompatibilityMode.BACKWARD, false));
        assertTrue(verdict.compatible(), verdict::toString);
    }

    static Stream<String> wide() {
        return Stream.of(
                "{\"properties\":{%s}}".formatted(joined(8_000, i -> "\"p" + i + "\":{\"type\":%s}")),
                "{\"allOf\":[%s],\"unevaluatedProperties\":false}"
                        .formatted(joined(2_000, i -> "{\"properties\":{\"p" + i + "\":{\"type\":%s}}}")));
    }

    @ParameterizedTest
    @MethodSource("wide")
    void schemas_of_thousands_of_demands_are_compared_in_time(String schema) {
        JsonSchema before = schema(schema.replace("%s", "\"string\""));
        JsonSchema after = schema(schema.replace("%s", "\"integer\""));
        Supplier<Verdict> compared = () -> Compatibility.of(
                after,
                References.none(),
                List.of(new Earlier("1", before, References.none())),
                CompatibilityMode.BACKWARD,
                false);
        Verdict verdict = withinASecond(compared);
        for (int cold = 0; cold < 10 && verdict.left() == 0; cold++) {
            verdict = withinASecond(compared);
        }
        assertFalse(verdict.compatible(), verdict.toString());
        assertTrue(verdict.left() > 1_000, verdict.toString());
    }

    @Test
    void a_busy_schema_is_not_refused_for_a_usual_value() {
        JsonSchema schema = schema(Map.of("items", Map.of("type", "integer")));
        List<Integer> items = IntStream.range(0, 100_000).boxed().toList();
        assertTrue(schema.accepts(Json.array(items)));
    }

    private static void assertWithinASecond(JsonSchema schema, Json value) {
        withinASecond(() -> schema.violations(value));
    }

    private static <T> T withinASecond(Supplier<T> work) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try {
            return work.get();
        } finally {
            long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            assertTrue(nanos < SECOND, () -> "it took " + nanos / 1_000_000 + " ms of the processor");
        }
    }

    private static String joined(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(","));
    }

    private static JsonSchema schema(Map<String, ?> members) {
        return JsonSchema.of(Json.object(members), References.none());
    }

    private static JsonSchema schema(String text) {
        return JsonSchema.of(Json.parse(text.getBytes(StandardCharsets.UTF_8)), References.none());
    }
}
