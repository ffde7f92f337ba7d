package io.trove.containment;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Random schemas and random changes of them: what is said to be contained no random document contradicts. */
class AnySchemaTest {
    private static final int PAIRS = Integer.getInteger("trove.pairs", 1_500);
    private static final int DOCUMENTS = 150;
    private static final double SETTLED_MIN = 0.97;
    private static final Duration WITHIN = Duration.ofSeconds(1);

    @Test
    void what_is_proven_is_never_contradicted_and_what_is_shown_is_confirmed() {
        AnySchema any = new AnySchema(Long.getLong("trove.seed", 20261121));
        List<Json> documents = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            documents.add(any.document(3));
        }
        int settled = 0;
        int met = 0;
        for (int i = 0; i < PAIRS; i++) {
            Json before = any.schema();
            Json after = any.changed(before);
            Side inner = SideOfTests.of(before);
            Side outer = SideOfTests.of(after);
            List<Finding> findings = Containment.of(inner, outer, WITHIN);
            boolean contained = findings.stream().allMatch(finding -> finding.answer() == Finding.Answer.MET);
            boolean shown = findings.stream().anyMatch(finding -> finding.answer() == Finding.Answer.BROKEN);
            settled += contained || shown ? 1 : 0;
            met += contained ? 1 : 0;
            if (contained) {
                assertUncontradicted(documents, inner, outer);
            }
            for (Finding finding : findings) {
                finding.witness().ifPresent(witness -> assertShown(witness, inner, outer));
            }
        }
        assertTrue(settled >= PAIRS * SETTLED_MIN, settled + " of " + PAIRS + " settled");
        assertTrue(met > PAIRS / 10 && met < PAIRS * 9 / 10, met + " contained");
    }

    private static void assertUncontradicted(List<Json> documents, Side inner, Side outer) {
        for (Json document : documents) {
            assertFalse(
                    inner.accepts().test(document) && outer.refuses().test(document),
                    () -> document + " is of " + inner.schema() + " and not of " + outer.schema());
        }
    }

    private static void assertShown(Json witness, Side inner, Side outer) {
        assertTrue(inner.accepts().test(witness), () -> witness + " is not of " + inner.schema());
        assertFalse(outer.accepts().test(witness), () -> witness + " is of " + outer.schema());
    }
}
