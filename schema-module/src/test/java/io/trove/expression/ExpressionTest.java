package io.trove.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.AnyJson;
import io.trove.event.Json;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    private static final Json PAYLOAD = json(
            "{\"n\": 3, \"half\": 0.5, \"whole\": 1.0, \"big\": 1e300, \"text\": \"abc\", \"list\": [1, 2, 3], \"no\": null, \"deep\": {\"a-b\": true}}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "payload.n + 1 | 4",
                "payload.half * 3.0 | 1.5",
                "double(payload.n) * payload.half | 1.5",
                "payload.whole + 1 | 2",
                "payload.n > payload.half | true",
                "payload.big | 1e300",
                "payload.deep['a-b'] | true",
                "payload.list.map(i, i * 2) | [2, 4, 6]",
                "payload.list.filter(i, i > 1).size() | 2",
                "payload.list.exists(i, i == 3) | true",
                "has(payload.gone) ? payload.gone : 'x' | \"x\"",
                "payload.no == null | true",
                "payload.no | null",
                "{'a': payload.text, 'b': [payload.n]} | {\"a\":\"abc\",\"b\":[3]}",
                "payload.text.matches('^[a-c]+$') | true",
                "string(timestamp('2024-03-15T10:30:00Z')) | \"2024-03-15T10:30:00Z\"",
                "4u | 4"
            })
    void an_expression_computes_json_from_json(String expression, String wanted) {
        assertEquals(new Answer.Value(json(wanted)), over(expression));
    }

    @Test
    void any_value_comes_back_as_it_was() {
        AnyJson any = new AnyJson(11);
        Expression same = Expression.of("payload", Set.of("payload"));
        for (int i = 0; i < 500; i++) {
            Json value = any.value();
            assertEquals(new Answer.Value(value), same.over(Map.of("payload", value)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payload.n / 0",
                "payload.gone",
                "payload.half * 3",
                "9007199254740993",
                "1.0 / 0.0",
                "timestamp(0)",
                "{1: 2}",
                "payload.text + 1",
                "b'abc'",
                "9223372036854775807 + 1",
                "payload.text.matches('(')"
            })
    void what_has_no_value_or_none_that_json_carries_is_a_failure_in_words(String expression) {
        Answer answer = over(expression);
        assertTrue(!assertInstanceOf(Answer.Failure.class, answer).why().isBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "payload.", "other", "1 +", "'a' + 1", "java.lang.System.exit(0)", "payload.map(x)"})
    void what_is_no_expression_is_refused_before_it_runs(String expression) {
        assertThrows(Unusable.class, () -> Expression.of(expression, Set.of("payload")));
    }

    @Test
    void length_and_nesting_are_bounded() {
        assertThrows(Unusable.class, () -> Expression.of("1 + ".repeat(4_000) + "1", Set.of()));
        assertThrows(Unusable.class, () -> Expression.of("(".repeat(200) + "1" + ")".repeat(200), Set.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payload.map(a, payload.map(b, payload.map(c, payload.map(d, a + b + c + d))))",
                "payload.all(a, payload.all(b, payload.all(c, a + b + c >= 0)))"
            })
    void a_loop_of_loops_is_ended(String expression) {
        assertEnded(expression, Json.array(Collections.nCopies(100, 1)));
        assertEnded(expression, Json.array(Collections.nCopies(1_000, 1)));
    }

    @Test
    void a_list_of_two_thousand_is_mapped() {
        Answer answer = Expression.of("payload.map(a, a + 1)", Set.of("payload"))
                .over(Map.of("payload", Json.array(Collections.nCopies(2_000, 1))));
        assertEquals(new Answer.Value(Json.array(Collections.nCopies(2_000, 2))), answer);
    }

    @Test
    void a_text_that_doubles_is_ended() {
        StringBuilder doubling = new StringBuilder("payload");
        for (int i = 0; i < 12; i++) {
            doubling.insert(0, "[").append("].map(x").append(i).append(", ");
            doubling.append("x" + i + " + x" + i + " + x" + i + " + x" + i).append(")[0]");
        }
        assertEnded(doubling.toString(), Json.of("0123456789"));
    }

    @Test
    void a_catastrophic_regular_expression_is_none_here() {
        long begun = processorNanos();
        Answer answer = Expression.of("payload.matches('^(a+)+$')", Set.of("payload"))
                .over(Map.of("payload", Json.of("a".repeat(50_000) + "b")));
        assertEquals(new Answer.Value(Json.of(false)), answer);
        long nanos = processorNanos() - begun;
        assertTrue(nanos < 2_000_000_000L, () -> "it took " + nanos / 1_000_000 + " ms of the processor");
    }

    private static void assertEnded(String expression, Json payload) {
        long begun = processorNanos();
        Answer answer = Expression.of(expression, Set.of("payload")).over(Map.of("payload", payload));
        assertInstanceOf(Answer.Failure.class, answer);
        long nanos = processorNanos() - begun;
        assertTrue(nanos < 2_000_000_000L, () -> "it took " + nanos / 1_000_000 + " ms of the processor");
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Answer over(String expression) {
        return Expression.of(expression, Set.of("payload")).over(Map.of("payload", PAYLOAD));
    }

    private static Json json(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
