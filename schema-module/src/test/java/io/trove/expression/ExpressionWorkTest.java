package io.trove.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an honest expression may do, and where a hostile one ends: told by what was counted, which no machine changes. */
class ExpressionWorkTest {
    private static final int LINES = 10_000;
    private static final String TOO_MUCH = "too much to go through";
    private static final String ITEMS = "more than 100000 items";
    private static final String CHARACTERS = "more than 1048576 characters";
    private static final String ITERATIONS = "Iteration budget exceeded: 20000";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payload.lines.map(l, l.price * payload.factor)",
                "payload.lines.map(l, {'sku': l.sku, 'total': l.price * payload.factor, 'note': l.note})",
                "payload.lines.map(l, l.price > payload.factor, l)",
                "payload.lines.filter(l, l.sku.matches('^s[0-9]+$') && l.note.contains('line'))",
                "payload.lines.filter(l, l.sku in payload.prices).map(l, payload.prices[l.sku])",
                "payload.lines.map(l, l.price / payload.lines.size())",
                "payload.lines.map(l, size(payload.lines) > 3 ? l : {'sku': l.sku})",
                "payload.lines.filter(l, l.sku in payload.wanted)",
                "payload.lines.exists(l, l.price < 0)",
                "{'lines': payload.lines, 'first': payload.lines[0], 'all': payload.lines.map(l, l.price)}"
            })
    void an_honest_lift_of_ten_thousand_lines_ends_with_a_value(String expression) {
        assertInstanceOf(Answer.Value.class, over(expression, order()), expression);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '"',
            value = {
                "payload.l.map(a, payload.l.map(b, payload.l.map(c, a + b + c))) => " + ITERATIONS,
                "payload.l.all(a, payload.l.all(b, payload.l.all(c, a + b + c >= 0))) => " + ITERATIONS,
                "payload.l.exists(a, payload.l.exists(b, payload.gone)) => " + ITERATIONS,
                "payload.l.map(a, 7 in payload.many) => " + TOO_MUCH,
                "payload.l.exists(a, payload.many == payload.l) => " + TOO_MUCH,
                "payload.l.map(a, payload.many.exists(b, true)) => " + TOO_MUCH,
                "payload.l.map(a, (a > 9 ? payload.l : payload.many)[0]) => " + TOO_MUCH,
                "payload.l.map(a, payload.many) => " + TOO_MUCH,
                "payload.l.map(a, payload.l + payload.l) => " + ITEMS,
                "[0].map(a, payload.many + payload.many) => " + ITEMS,
                "payload.l.map(a, payload.text + payload.text) => " + TOO_MUCH,
                "[payload.text].map(a, a + a).map(a, a + a).map(a, a + a) => " + CHARACTERS,
                "[bytes(payload.text)].map(a, a + a).map(a, a + a).map(a, a + a) => " + CHARACTERS,
                "payload.l.exists(a, payload.texts == payload.others) => " + TOO_MUCH,
                "payload.text.contains(payload.half + 'b') => " + TOO_MUCH,
                "payload.l.exists(a, payload.text.contains('b')) => " + TOO_MUCH,
                "payload.text.matches('(a|aa|ab?){90}c$') => " + TOO_MUCH,
                "payload.l.map(a, payload.l.map(b, 's'.matches(payload.pattern + string(a * 1000 + b)))) => "
                        + TOO_MUCH,
                "payload.text.matches(payload.text) => a pattern of 400000 characters; at most 2000",
                "'a'.matches('(((a?){10}){10}){9}c') => instructions with its repeats written out; at most 2000"
            })
    void a_hostile_expression_is_ended_with_the_reason(String expression, String why) {
        long begun = processorNanos();
        String ended = assertInstanceOf(Answer.Failure.class, over(expression, hostile()), expression)
                .why();
        long nanos = processorNanos() - begun;
        assertTrue(ended.contains(why), ended);
        assertTrue(nanos < 2_000_000_000L, () -> "it took " + nanos / 1_000_000 + " ms of the processor");
    }

    @Test
    void who_was_ended_does_not_go_on_by_catching_it() {
        String text = "payload.l.exists(a, a == 2 || payload.text.contains(payload.half + 'b'))";
        assertInstanceOf(Answer.Failure.class, over(text + " || true", hostile()));
    }

    @Test
    void a_loop_of_loops_within_the_bounds_gives_its_value() {
        assertEquals(
                new Answer.Value(Json.of(10_000)),
                over("payload.map(a, payload.map(b, a + b)).map(a, a.size())[0] * 100", numbers(100)));
    }

    @Test
    void a_list_that_a_macro_makes_is_weighed_once() {
        Json made = ((Answer.Value) over("payload.map(a, [a, a, a])", numbers(19_000))).value();
        assertEquals(19_000, made.items().size());
    }

    @Test
    void lists_that_hold_each_other_are_ended_however_few_steps_make_them() {
        String each = "[a, a, a, a, a, a, a, a, a, a]";
        String nested = "[0]" + (".map(a, " + each + ")").repeat(7);
        String why =
                assertInstanceOf(Answer.Failure.class, over(nested, Json.nul())).why();
        assertTrue(why.contains(ITEMS), why);
    }

    private static Json order() {
        List<Json> lines = IntStream.range(0, LINES)
                .mapToObj(i -> Json.object(Map.of(
                        "sku",
                        Json.of("s" + i),
                        "price",
                        Json.of(i),
                        "note",
                        Json.of("a note of the line, as it comes"))))
                .toList();
        Map<String, Object> prices = new HashMap<>();
        IntStream.range(0, 2_000).forEach(i -> prices.put("s" + i * 3, i));
        return Json.object(Map.of(
                "lines", Json.array(lines),
                "factor", Json.of(3),
                "prices", Json.object(prices),
                "wanted",
                        Json.array(
                                IntStream.range(0, 300).mapToObj(i -> "s" + i).toList())));
    }

    private static Json hostile() {
        String text = "a".repeat(400_000);
        return Json.object(Map.of(
                "l", numbers(1_000),
                "many", numbers(90_000),
                "text", Json.of(text),
                "half", Json.of(text.substring(0, 200_000)),
                "texts", Json.array(new ArrayList<>(Collections.nCopies(20, text + "x"))),
                "others", Json.array(new ArrayList<>(Collections.nCopies(20, text + "y"))),
                "pattern", Json.of("(?i)" + "\\pL".repeat(500))));
    }

    private static Json numbers(int count) {
        return Json.array(Collections.nCopies(count, Json.of(1)));
    }

    private static Answer over(String expression, Json payload) {
        return Expression.of(expression, Set.of("payload")).over(Map.of("payload", payload));
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
