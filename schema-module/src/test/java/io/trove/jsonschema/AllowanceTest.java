package io.trove.jsonschema;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** Values of one request are refused together where they would hold a thread, and not where they are only many. */
class AllowanceTest {

    private static final long SECOND = 1_000_000_000;
    private static final String CHOICES = "{\"$ref\":\"#/$defs/n\",\"$defs\":{\"n\":{\"anyOf\":["
            + "{\"properties\":{\"a\":{\"$ref\":\"#/$defs/n\"}},\"required\":[\"y\"]},"
            + "{\"properties\":{\"a\":{\"$ref\":\"#/$defs/n\"}},\"required\":[\"z\"]}]}}}";

    private final Allowance allowance = new Allowance();

    @Test
    void a_costly_value_has_what_the_others_left() {
        allowance.take(SECOND);
        JsonSchema schema = schema(CHOICES);
        long nanos =
                processorNanos(() -> assertThrows(TooCostly.class, () -> schema.violations(nested(60), allowance)));
        assertTrue(nanos < SECOND / 4, () -> "it took " + nanos / 1_000_000 + " ms of the processor");
        assertTrue(schema("{\"type\":\"integer\"}")
                .violations(Json.of(1), allowance)
                .isEmpty());
    }

    @Test
    void many_values_that_cost_a_little_too_much_are_refused_within_a_second() {
        JsonSchema schema = schema(CHOICES);
        Json costly = nested(11);
        assertFalse(schema.violations(costly).isEmpty());
        long nanos = processorNanos(() -> assertThrows(TooCostly.class, () -> {
            for (int i = 0; i < 1_000; i++) {
                schema.violations(costly, allowance);
            }
        }));
        assertTrue(nanos < SECOND, () -> "they took " + nanos / 1_000_000 + " ms of the processor");
    }

    @Test
    void one_value_has_half_a_second_whatever_the_others_left() {
        Json large = Json.array(Collections.nCopies(50_000, "order-1234"));
        for (int i = 0; i < 15; i++) {
            allowance.grant(large.tree());
        }
        long nanos = processorNanos(() -> assertThrows(
                TooCostly.class,
                () -> Budget.spend(allowance, () -> {
                    while (true) {
                        Budget.current().look();
                    }
                })));
        assertTrue(nanos < SECOND, () -> "it took " + nanos / 1_000_000 + " ms of the processor");
    }

    @Test
    void a_full_request_of_usual_values_is_not_refused() {
        JsonSchema schema =
                schema("{\"items\":{\"type\":\"string\",\"pattern\":\"^[a-z]+-[0-9]{1,4}$\",\"minLength\":3}}");
        Json value = Json.array(Collections.nCopies(1_250, "order-1234"));
        for (int i = 0; i < 1_000; i++) {
            assertTrue(schema.violations(value, allowance).isEmpty());
        }
    }

    private static Json nested(int levels) {
        return Json.parse(("{\"a\":".repeat(levels) + "{}" + "}".repeat(levels)).getBytes(StandardCharsets.UTF_8));
    }

    private static JsonSchema schema(String text) {
        return JsonSchema.of(Json.parse(text.getBytes(StandardCharsets.UTF_8)), References.none());
    }

    private static long processorNanos(Runnable work) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }
}
