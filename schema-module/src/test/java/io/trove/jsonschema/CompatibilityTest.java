package io.trove.jsonschema;

import static io.trove.jsonschema.CompatibilityMode.BACKWARD;
import static io.trove.jsonschema.CompatibilityMode.BACKWARD_TRANSITIVE;
import static io.trove.jsonschema.CompatibilityMode.FORWARD;
import static io.trove.jsonschema.CompatibilityMode.FULL;
import static io.trove.jsonschema.CompatibilityMode.NONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.jsonschema.Difference.Direction;
import io.trove.jsonschema.Difference.Standing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompatibilityTest {
    private static final String TITLE = "{'type':'object','properties':{'title':{'type':'string'}}}";
    private static final String TITLE_REQUIRED =
            "{'type':'object','properties':{'title':{'type':'string'}},'required':['title']}";

    @Test
    void a_difference_says_where_why_and_shows_a_document() {
        Verdict verdict = verdict(BACKWARD, TITLE_REQUIRED, TITLE);
        assertFalse(verdict.compatible());
        Difference difference = verdict.differences().get(0);
        assertEquals(1, verdict.differences().size());
        assertEquals("/required", difference.pointer());
        assertFalse(difference.inEarlier());
        assertEquals("required-added", difference.rule());
        assertEquals(Direction.BACKWARD, difference.direction());
        assertEquals(Standing.BREAKING, difference.standing());
        assertEquals(Optional.of(json("{}")), difference.counterExample());
        assertEquals(
                "the new version says that the document must have the property title;"
                        + " a document of version 1 need not, as the counter-example shows",
                difference.why());
    }

    @Test
    void what_backward_refuses_forward_may_allow() {
        assertTrue(verdict(FORWARD, TITLE_REQUIRED, TITLE).compatible());
        assertFalse(verdict(FULL, TITLE_REQUIRED, TITLE).compatible());
        Verdict back = verdict(FORWARD, TITLE, TITLE_REQUIRED);
        assertFalse(back.compatible());
        assertTrue(back.differences().get(0).inEarlier());
        assertEquals("required-removed", back.differences().get(0).rule());
    }

    @Test
    void nothing_is_owed_in_mode_none_or_to_no_earlier_version() {
        assertTrue(verdict(NONE, "false", TITLE).compatible());
        assertTrue(Compatibility.of(schema(TITLE), References.none(), List.of(), FULL, true)
                .compatible());
    }

    @Test
    void only_a_transitive_mode_looks_further_back_than_the_newest() {
        List<Earlier> earlier = List.of(earlier("2", TITLE_REQUIRED), earlier("1", TITLE));
        assertTrue(Compatibility.of(schema(TITLE_REQUIRED), References.none(), earlier, BACKWARD, false)
                .compatible());
        Verdict all = Compatibility.of(schema(TITLE_REQUIRED), References.none(), earlier, BACKWARD_TRANSITIVE, false);
        assertFalse(all.compatible());
        assertEquals("1", all.differences().get(0).version());
    }

    @Test
    void harmless_differences_are_told_when_asked_for() {
        String wider = "{'type':'object','properties':{'title':{'type':['string','null']}}}";
        assertEquals(List.of(), verdict(BACKWARD, wider, TITLE).differences());
        Verdict explained =
                Compatibility.of(schema(wider), References.none(), List.of(earlier("1", TITLE)), BACKWARD, true);
        assertTrue(explained.compatible());
        Difference difference = explained.differences().get(0);
        assertEquals("type-changed", difference.rule());
        assertEquals(Standing.HARMLESS, difference.standing());
        assertEquals("/title", difference.where());
        assertTrue(difference.why().endsWith("every document of version 1 does"), difference::why);
    }

    @Test
    void each_difference_is_told_by_itself() {
        Verdict verdict = verdict(
                BACKWARD,
                "{'type':'object','required':['id'],'properties':{'n':{'type':'integer','maximum':5},"
                        + "'s':{'type':'string','pattern':'^a'}}}",
                "{'type':'object','properties':{'n':{'type':'number','maximum':9},'s':{'type':'string'}}}");
        List<String> rules =
                verdict.differences().stream().map(Difference::rule).sorted().toList();
        assertEquals(List.of("maximum-changed", "pattern-added", "required-added", "type-changed"), rules);
        assertTrue(verdict.differences().stream().allMatch(one -> one.standing() == Standing.BREAKING));
    }

    @Test
    void what_no_automaton_reads_is_not_called_compatible() {
        Verdict verdict = verdict(
                BACKWARD, "{'type':'string','pattern':'^\\\\p{L}'}", "{'type':'string','pattern':'^\\\\p{Lu}'}");
        assertFalse(verdict.compatible());
        assertEquals(Standing.UNDECIDED, verdict.differences().get(0).standing());
        assertEquals(Optional.empty(), verdict.differences().get(0).counterExample());
    }

    @Test
    void what_narrows_and_cannot_be_shown_is_called_unconfirmed() {
        Verdict verdict = verdict(BACKWARD, "{'type':'string','maxLength':200000}", "{'type':'string'}");
        assertFalse(verdict.compatible());
        assertEquals(Standing.UNCONFIRMED, verdict.differences().get(0).standing());
        assertEquals(Optional.empty(), verdict.differences().get(0).counterExample());
    }

    @Test
    void hostile_schemas_are_answered_in_time() {
        String choices = "{'allOf':["
                + "{'anyOf':[{'minimum':1},{'multipleOf':3},{'maxLength':2},{'required':['q']}]},".repeat(40) + "{}]}";
        String numbered = choices;
        for (int i = 0; i < 40; i++) {
            numbered = numbered.replaceFirst("'minimum':1\\}", "'minimum':" + (i + 2) + "}");
        }
        assertInTime("{'anyOf':[" + "{'type':'string'},".repeat(60) + "{'type':'integer'}]}", numbered);
        assertInTime(numbered, choices);
        assertInTime(
                "{'$ref':'#/$defs/a','$defs':{'a':{'anyOf':[{'$ref':'#/$defs/b'},{'items':{'$ref':'#/$defs/a'}}]},"
                        + "'b':{'oneOf':[{'$ref':'#/$defs/a'},{'properties':{'x':{'$ref':'#/$defs/b'}}}]}}}",
                "{'$ref':'#/$defs/a','$defs':{'a':{'anyOf':[{'items':{'$ref':'#/$defs/a'}},{'minItems':2}]}}}");
        assertInTime("{'pattern':'^(a+)+$'}", "{'pattern':'^(a|a)*b$'}");
        assertInTime("{'minItems':4000,'uniqueItems':true}", "{'minItems':3999,'uniqueItems':true}");
        assertInTime("{'minProperties':1900}", "{'minProperties':1800,'propertyNames':{'pattern':'^[a-z]+[0-9]?$'}}");
    }

    @Test
    void many_earlier_versions_are_answered_in_time() {
        List<Earlier> earlier = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            earlier.add(earlier(
                    String.valueOf(i),
                    "{'type':'object','properties':{'title':{'type':'string','maxLength':" + i + "}}}"));
        }
        Instant begun = Instant.now();
        Verdict verdict =
                Compatibility.of(schema(TITLE), References.none(), earlier, CompatibilityMode.FULL_TRANSITIVE, true);
        assertTrue(Duration.between(begun, Instant.now()).toMillis() < 15_000);
        assertFalse(verdict.compatible());
        assertEquals(Compatibility.DIFFERENCES_MAX, verdict.differences().size());
        assertTrue(verdict.left() > 0);
    }

    /** The bound is one second of processor time; a loaded machine is given more on the clock. */
    private static void assertInTime(String candidate, String earlier) {
        Instant begun = Instant.now();
        Verdict verdict = verdict(FULL, candidate, earlier);
        long millis = Duration.between(begun, Instant.now()).toMillis();
        assertTrue(millis < 15_000, () -> millis + " ms for " + candidate + ": " + verdict);
    }

    private static Verdict verdict(CompatibilityMode mode, String candidate, String earlier) {
        return Compatibility.of(schema(candidate), References.none(), List.of(earlier("1", earlier)), mode, false);
    }

    private static Earlier earlier(String version, String schema) {
        return new Earlier(version, schema(schema), References.none());
    }

    private static JsonSchema schema(String schema) {
        return JsonSchema.of(json(schema), References.none());
    }

    private static Json json(String text) {
        return Json.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
