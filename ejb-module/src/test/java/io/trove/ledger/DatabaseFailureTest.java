package io.trove.ledger;

import static io.trove.ledger.TestLedger.draft;
import static io.trove.ledger.TestLedger.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.trove.filter.Filter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A way to PostgreSQL that breaks at the worst moments. */
@Tag("database")
class DatabaseFailureTest {

    private static final String STATEMENT = "WITH head AS";
    private static final String PAID = "{\"type\":\"account.paid\",\"entity\":{\"type\":\"account\",\"id\":\"a1\"}}";

    private FreshDatabase database;
    private Relay relay;
    private HikariDataSource way;
    private TestLedger other;
    private TestLedger ledger;

    @BeforeEach
    void aLedgerBehindARelay() {
        database = FreshDatabase.of(Database.POSTGRESQL);
        relay = Relay.to(FreshDatabase.postgresPort());
        way = database.by(relay);
        other = TestLedger.in(database.source());
        ledger = other.onAnotherServer(way, Bounds.defaults());
    }

    @AfterEach
    void close() {
        way.close();
        relay.close();
        database.close();
    }

    @Test
    void an_append_whose_commit_was_never_heard_is_written_once() {
        relay.cutBefore(STATEMENT);
        assertEquals(1, ledger.append(PAID).position());
        assertEquals(2, other.size());
    }

    @Test
    void an_append_whose_commit_was_never_answered_is_found_and_written_once() {
        relay.cutAfter(STATEMENT, () -> {});
        Receipt receipt = ledger.append(PAID);
        assertEquals(1, receipt.position());
        assertFalse(receipt.replay());
        assertEquals(2, other.size());
        assertEquals(2, ledger.append(PAID).position());
    }

    @Test
    void the_commit_of_the_sure_path_is_asked_for_as_well() {
        ledger.append(PAID);
        other.append(PAID);
        relay.cutAfter("COMMIT", () -> {});
        assertEquals(3, ledger.append(PAID).position());
        assertEquals(4, other.size());
    }

    @Test
    void neighbours_of_the_batch_get_what_they_were_granted_or_refused() {
        other.append("{\"id\":{\"id\":\"taken\"},\"type\":\"a.b\"}");
        relay.cutAfter(STATEMENT, () -> {});
        List<Outcome> outcomes = ledger.together(
                request("k", PAID), request(null, "{\"id\":{\"id\":\"taken\"},\"type\":\"c.d\"}"), request("l", PAID));

        assertEquals(List.of(2L), positions(outcomes.get(0)));
        assertEquals(
                IdTaken.class, ((Outcome.Refused) outcomes.get(1)).refusal().getClass());
        assertEquals(List.of(3L), positions(outcomes.get(2)));
        assertEquals(4, other.size());
    }

    @Test
    void what_another_server_wrote_behind_an_unanswered_commit_is_not_forgotten() {
        relay.cutAfter(STATEMENT, () -> other.append(PAID));
        assertEquals(1, ledger.append(PAID).entityVersion().orElseThrow());
        assertEquals(3, ledger.append(PAID).entityVersion().orElseThrow());
        assertEquals(4, other.append(PAID).entityVersion().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_database_that_stays_away_is_told_and_the_same_request_has_one_effect_later(boolean written) {
        if (written) {
            relay.cutAfter(STATEMENT, relay::shut);
        } else {
            ledger.append(PAID);
            relay.shut();
        }
        Append paid = request("k", PAID);
        var unavailable = assertThrows(StoreUnavailable.class, () -> ledger.append(paid));
        assertEquals(503, unavailable.status());
        assertTrue(unavailable.retryAfter().isPresent());
        assertEquals(written, unavailable.getMessage().contains("does not answer whether it did"));

        relay.reopen();
        Receipt receipt = ledger.persistently(paid).get(0);
        assertEquals(1, receipt.position() - (written ? 0 : 1));
        assertEquals(written, receipt.replay());
        assertTrue(ledger.append(paid).get(0).replay());
        assertEquals(written ? 2 : 3, other.size());
    }

    @Test
    void a_condition_holds_over_an_unanswered_commit() {
        var unless = new Unless(Filter.entity("account", "a1"), -1);
        relay.cutAfter(STATEMENT, () -> {});
        List<Outcome> outcomes = ledger.together(
                Append.of(draft(PAID)).unless(Optional.of(unless)),
                Append.of(draft(PAID)).unless(Optional.of(unless)));
        assertEquals(List.of(1L), positions(outcomes.get(0)));
        assertEquals(
                ConditionConflict.class,
                ((Outcome.Refused) outcomes.get(1)).refusal().getClass());
        assertEquals(2, other.size());
    }

    private static List<Long> positions(Outcome outcome) {
        return Arrays.stream(((Outcome.Granted) outcome).positions()).boxed().toList();
    }
}
