package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.access.Tally.Kind;
import io.trove.access.Tally.Source;
import io.trove.event.Json;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Source JANE = new Source(Kind.SIGN_IN, "jane", "192.0.2.1");

    private final Tally tally = new Tally();

    private static String said(Tally tally) {
        return Json.object(tally.members()).toString();
    }

    @Test
    void failures_are_counted_by_kind_principal_and_address() {
        tally.count(JANE, 1);
        tally.count(JANE, 1);
        tally.count(new Source(Kind.SIGN_IN, "", "192.0.2.1"), 1);
        tally.count(new Source(Kind.FORBIDDEN, "joe", ""), 1);
        assertEquals(
                "{\"others\":{},\"sources\":["
                        + "{\"address\":\"192.0.2.1\",\"count\":2,\"kind\":\"sign-in\",\"principal\":\"jane\"},"
                        + "{\"address\":\"192.0.2.1\",\"count\":1,\"kind\":\"sign-in\"},"
                        + "{\"count\":1,\"kind\":\"forbidden\",\"principal\":\"joe\"}]}",
                Json.parse(said(tally).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString());
    }

    @Test
    void a_flood_from_ever_more_sources_is_counted_within_a_bound() {
        for (int i = 0; i < 10_000; i++) {
            tally.count(new Source(Kind.KEY, "", "address " + i), 1);
        }
        tally.count(new Source(Kind.KEY, "", "address 0"), 1);
        tally.count(JANE, 1);
        String said = said(tally);
        assertEquals(Tally.SOURCES_MAX, said.split("\"kind\"", -1).length - 1);
        assertTrue(said.contains("\"key\":" + (10_000 - Tally.SOURCES_MAX)), said);
        assertTrue(said.contains("\"sign-in\":1"), said);
    }

    @Test
    void what_was_taken_begins_anew_and_what_could_not_be_told_is_counted_on() {
        tally.count(JANE, 3);
        Tally taken = tally.take();
        assertTrue(tally.isEmpty());
        tally.count(JANE, 1);
        tally.add(taken);
        assertFalse(tally.isEmpty());
        assertTrue(said(tally).contains("\"count\":4"));
        assertTrue(said(taken).contains("\"count\":3"));
    }
}
