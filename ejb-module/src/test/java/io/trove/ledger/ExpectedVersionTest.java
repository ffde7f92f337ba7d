package io.trove.ledger;

import static io.trove.ledger.TestLedger.draft;
import static io.trove.ledger.TestLedger.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.filter.Extent;
import io.trove.filter.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
@Tag("database")
class ExpectedVersionTest {

    private static final String PAID = "{\"type\":\"account.paid\",\"entity\":{\"type\":\"account\",\"id\":\"a1\"}}";

    @Parameter
    private Database kind;

    private FreshDatabase database;
    private TestLedger ledger;

    @BeforeEach
    void aLedger() {
        database = FreshDatabase.of(kind);
        ledger = TestLedger.in(database.source());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_entity_at_another_version_refuses_and_says_which() {
        ledger.append(PAID);
        VersionConflict conflict = assertThrows(VersionConflict.class, () -> append(Expected.none("account", "a1")));
        assertEquals(1L, conflict.facts().get("actual"));
        assertEquals("none", conflict.facts().get("expected"));
        VersionConflict ahead = assertThrows(VersionConflict.class, () -> append(Expected.version("account", "a1", 2)));
        assertEquals(2L, ahead.facts().get("expected"));
        VersionConflict absent = assertThrows(VersionConflict.class, () -> append(Expected.exists("account", "a2")));
        assertEquals("exists", absent.facts().get("expected"));
        assertEquals(
                2,
                append(Expected.version("account", "a1", 1), Expected.none("account", "a2"))
                        .entityVersion()
                        .orElseThrow());
        assertEquals(3, append(Expected.exists("account", "a1")).entityVersion().orElseThrow());
    }

    @Test
    void a_conflict_names_no_version_to_who_does_not_see_the_newest_event() {
        ledger.append(PAID);
        Append expecting = Append.of(draft(PAID)).expecting(List.of(Expected.none("account", "a1")));
        var hidden = new Extent(List.of(Filter.all()), List.of(Filter.entity("account", "a1")));
        var shown = new Extent(List.of(Filter.entity("account", "a1")), List.of());

        var unseen = assertThrows(VersionConflict.class, () -> ledger.append(expecting.seeing(hidden)));
        assertEquals(Set.of("entity", "expected"), unseen.facts().keySet());
        var seen = assertThrows(VersionConflict.class, () -> ledger.append(expecting.seeing(shown)));
        assertEquals(1L, seen.facts().get("actual"));
    }

    @Test
    void the_same_request_again_is_answered_again_whatever_it_expects_by_now() {
        Append first = request("k", PAID).expecting(List.of(Expected.none("account", "a1")));
        long position = ledger.append(first).get(0).position();
        Receipt again = ledger.append(first).get(0);
        assertTrue(again.replay());
        assertEquals(position, again.position());
        Append named = request(
                        null,
                        PAID.replace("{\"type\":\"account.paid\"", "{\"id\":{\"id\":\"e9\"},\"type\":\"account.paid\""))
                .expecting(List.of(Expected.version("account", "a1", 1)));
        ledger.append(named);
        assertTrue(ledger.append(named).get(0).replay());
    }

    @Test
    void of_many_who_expect_the_same_version_exactly_one_wins_each_round() throws Exception {
        TestLedger other = ledger.onAnotherServer();
        ExecutorService callers = Executors.newFixedThreadPool(16);
        try {
            for (int round = 0; round < 10; round++) {
                long version = round;
                var tries = new ArrayList<Callable<Boolean>>();
                for (int i = 0; i < 16; i++) {
                    TestLedger server = i % 2 == 0 ? ledger : other;
                    tries.add(() -> wins(server, Expected.version("account", "a1", version)));
                }
                int winners = 0;
                for (Future<Boolean> each : callers.invokeAll(tries)) {
                    winners += each.get() ? 1 : 0;
                }
                assertEquals(1, winners);
            }
        } finally {
            callers.shutdown();
        }
    }

    private static boolean wins(TestLedger server, Expected expected) {
        try {
            server.append(Append.of(draft(PAID)).expecting(List.of(expected)));
            return true;
        } catch (VersionConflict lost) {
            return false;
        }
    }

    private Receipt append(Expected... expected) {
        return ledger.append(Append.of(draft(PAID)).expecting(List.of(expected)))
                .get(0);
    }
}
