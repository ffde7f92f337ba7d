package io.trove.containment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The published table: what each change of a schema does to the documents of the one before and after. */
class ContainmentCasesTest {
    private static final int CASES_MIN = 140;
    private static final Duration WITHIN = Duration.ofSeconds(10);

    @TestFactory
    List<DynamicTest> every_change_has_the_verdict_that_its_meaning_asks_for() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Json one : cases()) {
            String name = text(one, "name");
            Side before = SideOfTests.of(one.member("before").orElseThrow());
            Side after = SideOfTests.of(one.member("after").orElseThrow());
            tests.add(DynamicTest.dynamicTest(
                    name + ", backward", () -> assertVerdict(text(one, "backward"), before, after)));
            tests.add(DynamicTest.dynamicTest(
                    name + ", forward", () -> assertVerdict(text(one, "forward"), after, before)));
        }
        return tests;
    }

    @Test
    void the_table_has_its_cases() throws IOException {
        assertTrue(cases().size() >= CASES_MIN);
    }

    private static void assertVerdict(String wanted, Side inner, Side outer) {
        List<Finding> findings = Containment.of(inner, outer, WITHIN);
        boolean met = findings.stream().allMatch(finding -> finding.answer() == Finding.Answer.MET);
        assertEquals(wanted, met ? "yes" : "no", findings::toString);
        for (Finding finding : findings) {
            boolean settled = finding.answer() == Finding.Answer.MET || finding.answer() == Finding.Answer.BROKEN;
            assertTrue(settled, finding::toString);
            finding.witness().ifPresent(shown -> {
                assertTrue(inner.accepts().test(shown), finding::toString);
                assertTrue(outer.refuses().test(shown), finding::toString);
            });
        }
    }

    static List<Json> cases() throws IOException {
        try (InputStream table = ContainmentCasesTest.class.getResourceAsStream("/compatibility/cases.json")) {
            return Json.parse(table.readAllBytes()).items();
        }
    }

    private static String text(Json of, String member) {
        return of.member(member).flatMap(Json::text).orElseThrow();
    }
}
