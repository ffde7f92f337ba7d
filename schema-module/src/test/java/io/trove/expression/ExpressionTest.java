package io.trove.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.AnyJson;
import io.trove.event.Json;
import java.nio.charset.StandardCharsets;
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

    private static Answer over(String expression) {
        return Expression.of(expression, Set.of("payload")).over(Map.of("payload", PAYLOAD));
    }

    private static Json json(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
