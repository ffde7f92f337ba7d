package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.access.Tally.Kind;
import io.trove.access.Tally.Source;
import io.trove.event.Json;
import io.trove.ledger.LedgerName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the timer does each minute, at times that the test says. */
class CountedTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final LedgerName ACME = new LedgerName("acme", "system");
    private static final Source JANE = new Source(Kind.SIGN_IN, "jane", "192.0.2.1");

    private final Counted counted = new Counted(NOON);
    private final List<String> told = new ArrayList<>();

    private void tell(int minutes) {
        counted.tell(
                NOON.plusSeconds(60L * minutes), (ledger, payload) -> told.add(ledger + " " + Json.object(payload)));
    }

    @Test
    void each_ledger_tells_once_a_round_of_all_that_failed_there_and_of_nothing_when_nothing_did() {
        for (int i = 0; i < 1_000; i++) {
            counted.count(ACME, JANE);
        }
        tell(1);
        tell(2);
        counted.count(LedgerName.INSTALLATION, new Source(Kind.KEY, "", "192.0.2.9"));
        tell(3);
        assertEquals(
                List.of(
                        "acme/system {\"others\":{},\"since\":\"2026-01-01T12:00:00.000000Z\",\"sources\":[{\"address\":\"192.0.2.1\",\"count\":1000,\"kind\":\"sign-in\",\"principal\":\"jane\"}],\"until\":\"2026-01-01T12:01:00.000000Z\"}",
                        "trove/system {\"others\":{},\"since\":\"2026-01-01T12:02:00.000000Z\",\"sources\":[{\"address\":\"192.0.2.9\",\"count\":1,\"kind\":\"key\"}],\"until\":\"2026-01-01T12:03:00.000000Z\"}"),
                told);
    }

    @Test
    void what_a_ledger_cannot_tell_now_it_tells_the_next_time() {
        counted.count(ACME, JANE);
        counted.tell(NOON.plusSeconds(60), (ledger, payload) -> {
            throw new Absent("organization", "acme");
        });
        counted.count(ACME, JANE);
        tell(2);
        assertEquals(1, told.size());
        assertEquals(2, told.get(0).split("\"count\":2", -1).length, told.get(0));
    }
}
