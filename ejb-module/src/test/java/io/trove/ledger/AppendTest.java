package io.trove.ledger;

import static io.trove.ledger.TestLedger.request;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.event.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
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
class AppendTest {

    private static final String UPLOADED = "{\"type\":\"document.uploaded\",\"payload\":{\"title\":\"Annual Report\"}}";
    private static final String PAID =
            "{\"type\":\"account.paid\",\"entity\":{\"type\":\"account\",\"id\":\"a1\"},\"payload\":5}";

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
    void the_first_event_of_a_ledger_is_its_creation_and_the_next_follows_it() {
        assertEquals(1, ledger.appends().head(ledger.ledger()).size());
        assertEquals(1, ledger.append(UPLOADED).position());
        assertEquals(2, ledger.append(UPLOADED).position());
        assertEquals(3, ledger.appends().head(ledger.ledger()).size());
    }

    @Test
    void what_is_stored_is_canonical_and_its_digest_commits_to_its_record() throws Exception {
        ledger.append(PAID);
        for (StoredRow row : StoredRow.all(database.source(), ledger.ledger())) {
            Json document = Json.parse(row.document());
            assertArrayEquals(document.canonical(), row.document());
            assertArrayEquals(Records.digest(Records.record(document, row.seed())), row.digest());
            assertEquals(
                    ledger.ledger().uid(),
                    document.member("ledger").flatMap(Json::text).orElseThrow());
        }
    }

    @Test
    void an_entitys_events_are_counted_from_one() {
        assertEquals(OptionalLong.of(1), ledger.append(PAID).entityVersion());
        List<Receipt> two = ledger.append(request(null, PAID, PAID));
        assertEquals(OptionalLong.of(2), two.get(0).entityVersion());
        assertEquals(OptionalLong.of(3), two.get(1).entityVersion());
        assertEquals(OptionalLong.of(4), ledger.onAnotherServer().append(PAID).entityVersion());
        assertEquals(OptionalLong.empty(), ledger.append(UPLOADED).entityVersion());
    }

    @Test
    void a_request_sent_again_under_its_key_is_answered_again_and_has_no_second_effect() {
        List<Receipt> first = ledger.append(request("k1", UPLOADED, PAID));
        for (TestLedger server : List.of(ledger, ledger.onAnotherServer())) {
            List<Receipt> again = server.append(request("k1", UPLOADED, PAID));
            assertEquals(positions(first), positions(again));
            assertArrayEquals(first.get(1).digest(), again.get(1).digest());
            assertEquals(first.get(1).recordedAt(), again.get(1).recordedAt());
            assertTrue(again.get(0).replay());
        }
        assertEquals(3, ledger.appends().head(ledger.ledger()).size());
    }

    @Test
    void a_key_used_for_another_request_is_refused() {
        ledger.append(request("k1", UPLOADED));
        assertThrows(KeyReused.class, () -> ledger.append(request("k1", PAID)));
        assertThrows(KeyReused.class, () -> ledger.onAnotherServer().append(request("k1", UPLOADED, UPLOADED)));
    }

    @Test
    void a_key_is_remembered_also_when_all_of_its_request_was_there_already() {
        String mine = "{\"id\":{\"id\":\"e1\"},\"type\":\"a.b\"}";
        TestLedger other = ledger.onAnotherServer();
        ledger.append(request(null, UPLOADED, mine));
        assertTrue(ledger.append(request("k", mine)).get(0).replay());
        for (TestLedger server : List.of(ledger, other)) {
            assertThrows(KeyReused.class, () -> server.append(request("k", UPLOADED)));
            assertThrows(KeyReused.class, () -> server.append(request("k", mine, mine)));
            assertEquals(List.of(2L), positions(server.append(request("k", mine))));
        }
        assertEquals(3, ledger.onAnotherServer().size());
        assertEquals(3, ledger.append(UPLOADED).position());
    }

    @Test
    void requests_that_find_all_there_are_remembered_beside_others_in_their_batch() {
        String mine = "{\"id\":{\"id\":\"e1\"},\"type\":\"a.b\"}";
        ledger.append(mine);
        List<Outcome> outcomes =
                ledger.together(request("k", mine), request("k", mine), request("k", UPLOADED), request("l", UPLOADED));
        assertInstanceOf(Outcome.Granted.class, outcomes.get(1));
        assertInstanceOf(Outcome.Refused.class, outcomes.get(2));
        assertInstanceOf(Outcome.Granted.class, outcomes.get(3));
        assertThrows(KeyReused.class, () -> ledger.onAnotherServer().append(request("k", UPLOADED)));
        assertEquals(
                2,
                ledger.onAnotherServer().append(request("l", UPLOADED)).get(0).position());
    }

    @Test
    void an_event_sent_again_with_its_id_gets_its_first_receipt_and_another_content_is_refused() {
        String mine = "{\"id\":{\"id\":\"e1\",\"version\":1},\"type\":\"a.b\",\"payload\":1}";
        Receipt first = ledger.append(mine);
        Receipt again = ledger.append(mine);
        assertFalse(first.replay());
        assertTrue(again.replay());
        assertEquals(first.position(), again.position());
        assertThrows(IdTaken.class, () -> ledger.append(mine.replace("\"payload\":1", "\"payload\":2")));
        assertThrows(
                IdTaken.class, () -> ledger.onAnotherServer().append(mine.replace("\"payload\":1", "\"payload\":2")));
    }

    @Test
    void a_batch_may_hold_events_that_are_there_already_between_new_ones() {
        String mine = "{\"id\":{\"id\":\"e1\"},\"type\":\"a.b\"}";
        ledger.append(mine);
        List<Receipt> mixed = ledger.append(request("k", UPLOADED, mine, UPLOADED, mine));
        assertEquals(List.of(2L, 1L, 3L, 1L), positions(mixed));
        assertEquals(List.of(2L, 1L, 3L, 1L), positions(ledger.append(request("k", UPLOADED, mine, UPLOADED, mine))));
    }

    @Test
    void a_batch_may_hold_an_event_twice() {
        String mine = "{\"id\":{\"id\":\"e1\"},\"type\":\"a.b\"}";
        List<Receipt> first = ledger.append(request("k", UPLOADED, mine, UPLOADED, mine));
        assertEquals(List.of(1L, 2L, 3L, 2L), positions(first));
        assertEquals(List.of(1L, 2L, 3L, 2L), positions(ledger.append(request("k", UPLOADED, mine, UPLOADED, mine))));
    }

    @Test
    void a_version_follows_its_predecessor() {
        ledger.append("{\"id\":{\"id\":\"e1\"},\"type\":\"a.b\"}");
        assertThrows(VersionGap.class, () -> ledger.append("{\"id\":{\"id\":\"e1\",\"version\":3},\"type\":\"a.b\"}"));
        assertEquals(
                2,
                ledger.append("{\"id\":{\"id\":\"e1\",\"version\":2},\"type\":\"a.b\"}")
                        .id()
                        .version());
    }

    @Test
    void all_of_a_request_or_nothing() {
        ledger.append("{\"id\":{\"id\":\"e1\"},\"type\":\"a.b\"}");
        assertThrows(
                IdTaken.class,
                () -> ledger.append(request("k", UPLOADED, "{\"id\":{\"id\":\"e1\"},\"type\":\"other.type\"}")));
        assertEquals(2, ledger.appends().head(ledger.ledger()).size());
        assertEquals(2, ledger.append(request("k", UPLOADED)).get(0).position());
    }

    @Test
    void recorded_times_never_run_backwards() throws Exception {
        var clock = new SettableClock();
        TestLedger timed = TestLedger.in(database.source(), clock);
        timed.append(UPLOADED);
        clock.step(-3_600);
        timed.append(UPLOADED);
        clock.step(7_200);
        timed.append(UPLOADED);
        var times = new ArrayList<Long>();
        for (StoredRow row : StoredRow.all(database.source(), timed.ledger())) {
            times.add(row.recordedAt());
        }
        assertEquals(times.stream().sorted().toList(), times);
        assertEquals(times.get(1), times.get(2));
    }

    private static List<Long> positions(List<Receipt> receipts) {
        return receipts.stream().map(Receipt::position).toList();
    }
}
