package io.trove.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.crypto.Seeds;
import io.trove.event.Actor;
import io.trove.event.EventId;
import io.trove.event.Flakes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
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
class MemoriesTest {

    private static final int LEDGERS = 3;
    private static final int CALLERS = 12;
    private static final int EACH = 24;
    private static final Caller JANE =
            new Caller("jane", new Actor("user", "jane", Optional.empty()), Optional.empty());

    @Parameter
    private Database kind;

    private final Seeds seeds = new Seeds();
    private final Flakes flakes = new Flakes(Clock.systemUTC(), 1);
    private FreshDatabase database;
    private Storage storage;
    private List<Ledger> ledgers;

    @BeforeEach
    void open() throws SQLException {
        database = FreshDatabase.of(kind);
        storage = Storage.of(database.source(), Clock.systemUTC());
        var genesis = new Genesis(storage, flakes, seeds, batch -> {});
        ledgers = IntStream.range(0, LEDGERS)
                .mapToObj(i -> genesis.create(new LedgerName("demo", "memories" + i), "trove.test", "a public key")
                        .orElseThrow())
                .toList();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void of_the_ledger_that_was_written_to_longest_ago_everything_is_forgotten_first() throws SQLException {
        var recalls = new Memories(12);
        var committers = new ArrayList<Committer>();
        for (Ledger ledger : ledgers) {
            committers.add(committer(ledger, recalls));
        }
        for (int i = 0; i < LEDGERS; i++) {
            commit(committers.get(i), ledgers.get(i), 0, 6);
        }
        assertEquals(List.of(false, true, true), remembering(committers));

        commit(committers.get(1), ledgers.get(1), 6, 1);
        assertEquals(List.of(false, true, false), remembering(committers));
        assertEquals(7, committers.get(0).recall().completeFrom());

        var again = (Outcome.Granted)
                commit(committers.get(0), ledgers.get(0), 0, 1).get(0);
        assertEquals(1, again.positions()[0], "what was forgotten is looked up");
        assertEquals(List.of(), again.placed());
    }

    @Test
    void what_alone_is_more_than_all_may_be_is_kept_while_it_is_written_to() throws SQLException {
        Committer committer = committer(ledgers.get(0), new Memories(2));
        commit(committer, ledgers.get(0), 0, 6);
        assertTrue(committer.recall().find(key(0)).isPresent());
    }

    @Test
    void ledgers_that_make_each_other_be_forgotten_all_the_time_record_everything_once() throws Exception {
        var appends = new Appends(
                storage,
                TestLedger.remembering(1_000, 5),
                flakes,
                seeds,
                draft -> List.of(),
                batch -> {},
                appended -> {});
        var requests = new ArrayList<Callable<Void>>();
        for (int caller = 0; caller < CALLERS; caller++) {
            int first = caller / 2 * EACH;
            requests.add(() -> {
                for (int i = 0; i < EACH; i++) {
                    Ledger ledger = ledgers.get(i % LEDGERS);
                    Append append = TestLedger.request("key-" + (first + i), json(first + i));
                    assertEquals(
                            appends.append(ledger, JANE, append).get(0).position(),
                            appends.append(ledger, JANE, append).get(0).position());
                }
                return null;
            });
        }
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            for (Future<Void> answer : callers.invokeAll(requests)) {
                answer.get();
            }
        } finally {
            callers.shutdown();
        }
        long each = CALLERS / 2 * EACH / LEDGERS;
        for (Ledger ledger : ledgers) {
            List<StoredRow> rows = StoredRow.all(database.source(), ledger);
            assertEquals(
                    LongStream.rangeClosed(0, each).boxed().toList(),
                    rows.stream().map(StoredRow::position).toList());
        }
    }

    private Committer committer(Ledger ledger, Memories recalls) throws SQLException {
        try (Connection connection = storage.source().getConnection()) {
            Head head = storage.lookups().head(connection, ledger);
            return new Committer(
                    ledger, head, storage, new Recall(recalls, 1_000, head.size()), batch -> {}, appended -> {});
        }
    }

    private List<Outcome> commit(Committer committer, Ledger ledger, int first, int count) {
        var admission = new Admission(storage, Bounds.defaults(), flakes, seeds, draft -> List.of());
        List<Ticket> batch = IntStream.range(first, first + count)
                .mapToObj(i -> admission.admit(ledger, committer, JANE, TestLedger.request(null, json(i))))
                .toList();
        committer.commit(batch);
        return batch.stream().map(ticket -> ticket.outcome().orElseThrow()).toList();
    }

    /** Whether the first event is remembered of each. */
    private static List<Boolean> remembering(List<Committer> committers) {
        return committers.stream()
                .map(each -> each.recall().find(key(0)).isPresent())
                .toList();
    }

    private static Known.Key key(int i) {
        return new Known.OfEvent(new EventId("event-" + i, 1));
    }

    private static String json(int i) {
        return "{\"id\":{\"id\":\"event-%d\"},\"type\":\"a.b\",\"payload\":%d}".formatted(i, i);
    }
}
