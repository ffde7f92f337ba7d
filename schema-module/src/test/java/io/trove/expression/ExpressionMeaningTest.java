package io.trove.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What expressions mean at the edges. Folds and lifts are kept for good, so no other library or runtime may mean another thing. */
class ExpressionMeaningTest {
    private static final Json PAYLOAD = json(
            "{\"n\": 3, \"m\": -7, \"h\": 0.5, \"s\": \"abc\", \"u\": \"a\u00f6\ud83d\ude00\", \"yes\": true,"
                    + " \"nothing\": null, \"l\": [1, 2, 3], \"e\": [], \"o\": {\"a\": 1, \"b c\": null},"
                    + " \"mix\": [1, 2.5, \"x\", true, null, [1], {\"a\": 1}], \"lines\": [{\"p\": 1, \"q\": \"x\"}, {\"p\": 2.5, \"q\": \"y\"}, {\"q\": \"z\"}]}");

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "dyn(1) == 1.0 => true",
                "dyn(1u) == 1 => true",
                "payload.n < 3.5 => true",
                "payload.n == 3u => true",
                "[1, 2.0, 3u].map(x, x == 2) => [false, true, false]",
                "payload.l == [1.0, 2.0, 3.0] => true",
                "2.0 in payload.l => true",
                "'2' in payload.l => false",
                "null in payload.mix => true",
                "{'a': 1} in payload.mix => true",
                "dyn(1.0) in {1: 2} => true",
                "{1: 2}[dyn(1.0)] => 2",
                "5 / 2 => 2",
                "-5 / 2 => -2",
                "-5 % 3 => -2",
                "int(-2.9) => -2",
                "double('1e3') => 1000",
                "string(1.0) => \"1.0\"",
                "string(0.1) => \"0.1\"",
                "string(b'abc') => \"abc\"",
                "size(payload.u) => 3",
                "payload.u.size() => 3",
                "'abc' < 'abd' => true",
                "'' in {'': 1} => true",
                "'abc'.contains('') => true",
                "'abc'.contains('bc') => true",
                "payload.s.contains('B') => false",
                "payload.s.matches('b') => true",
                "payload.s.matches('^b$') => false",
                "'aaa'.matches('^a{3}$') => true",
                "matches(payload.s, '[a-c]+') => true",
                "payload.s.startsWith('ab') && payload.s.endsWith('bc') => true",
                "has(payload.nothing) => true",
                "has(payload.gone) => false",
                "has(payload.o.gone) => false",
                "'n' in payload => true",
                "'gone' in payload => false",
                "payload.nothing == null => true",
                "payload.o['b c'] => null",
                "true || 1 / 0 == 1 => true",
                "1 / 0 == 1 || true => true",
                "false && payload.gone => false",
                "payload.gone && false => false",
                "payload.lines.filter(l, has(l.p)).map(l, l.p) => [1, 2.5]",
                "payload.lines.map(l, has(l.p), l.q) => [\"x\", \"y\"]",
                "payload.lines.all(l, has(l.p) && l.p > 0) => false",
                "payload.lines.exists(l, l.p == 1) => true",
                "payload.lines.exists_one(l, l.q == 'x') => true",
                "payload.mix.exists(x, x > 1) => true",
                "[1, 2, 3].exists(x, 1 / (x - 1) > 0) => true",
                "[1, 2, 3].all(x, 1 / (x - 1) > 1) => false",
                "[].map(x, 1 / 0) => []",
                "payload.e.all(x, false) => true",
                "payload.o.map(k, k) => [\"a\", \"b c\"]",
                "payload.l + [4] => [1, 2, 3, 4]",
                "payload.l.map(x, payload.l.filter(y, y > x)) => [[2, 3], [3], []]",
                "payload.mix.map(x, type(x) == int) => [true, false, false, false, false, false, false]",
                "type(payload) == map && type(payload.l) == list => true",
                "payload.yes ? payload.n : payload.gone => 3",
                "dyn(payload.n) == dyn(3.0) => true",
                "string(timestamp('2024-03-15T10:30:00+02:00')) => \"2024-03-15T08:30:00Z\"",
                "string(duration('90m')) => \"5400s\"",
                "timestamp('2024-03-15T10:30:00Z').getHours('Europe/Berlin') => 11"
            })
    void an_expression_means(String expression, String wanted) {
        assertEquals(new Answer.Value(json(wanted)), over(expression), expression);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "payload.gone => key 'gone' is not present in map",
                "payload.o.gone => key 'gone' is not present in map",
                "payload.h * 3 => No matching overload for function '_*_'",
                "dyn(payload.n) + dyn(1.0) => No matching overload for function '_+_'",
                "payload.s + 1 => No matching overload for function '_+_'",
                "payload.n / 0 => / by zero",
                "payload.n % 0 => by zero",
                "payload.l[3] => 3",
                "payload.l[-1] => -1",
                "9223372036854775807 + 1 => long overflow",
                "int('x') => For input string",
                "int(1e30) => double is out of range for int",
                "uint(-1) => int out of uint range",
                "bool('1x') => 'string' to 'bool'",
                "timestamp('x') => 'x'",
                "payload.s.matches('(') => missing closing )",
                "payload.n ? 1 : 2 => expected boolean value, found: 3",
                "payload.n.map(x, x) => expected a list or a map",
                "payload.l.filter(x, x) => expected boolean value, found: ",
                "[0, 1].map(x, 1 / x) => / by zero",
                "{'a': 1, 'a': 2} => a",
                "payload.nothing + 1 => No matching overload",
                "payload.l.map(x, payload.gone) => 'gone'"
            })
    void what_has_no_value_says_why_and_where(String expression, String why) {
        String said = assertInstanceOf(Answer.Failure.class, over(expression), expression)
                .why();
        assertTrue(said.startsWith("evaluation error at <input>:") && said.contains(why), said);
    }

    private static Answer over(String expression) {
        return Expression.of(expression, Set.of("payload")).over(Map.of("payload", PAYLOAD));
    }

    private static Json json(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
