package io.trove.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
class ConcurrentAppendTest {

    private static final int CALLERS = 32;
    private static final int EACH = 25;
    private static final String DEPOSITED =
            "{\"type\":\"account.deposited\",\"entity\":{\"type\":\"account\",\"id\":\"a%d\"},\"payload\":{\"amount\":%d}}";

    @Parameter
    private Database kind;

    private FreshDatabase database;

    @BeforeEach
    void open() {
        database = FreshDatabase.of(kind);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void many_callers_get_dense_positions_and_exact_entity_versions() throws Exception {
        TestLedger ledger = TestLedger.in(database.source());
        check(ledger, appendFromAll(List.of(ledger)));
    }

    @Test
    void two_servers_on_one_database_are_ordered_by_the_head() throws Exception {
        TestLedger ledger = TestLedger.in(database.source());
        check(ledger, appendFromAll(List.of(ledger, ledger.onAnotherServer())));
    }

    @Test
    void a_server_that_forgets_everything_at_once_looks_things_up_again() throws Exception {
        TestLedger ledger = TestLedger.in(database.source(), TestLedger.remembering(1), batch -> {});
        check(ledger, appendFromAll(List.of(ledger)));
    }

    @Test
    void a_refused_request_never_fails_its_neighbours() throws Exception {
        TestLedger ledger = TestLedger.in(database.source());
        ledger.append("{\"id\":{\"id\":\"taken\"},\"type\":\"a.b\"}");
        var requests = new ArrayList<Callable<Receipt>>();
        for (int i = 0; i < CALLERS; i++) {
            String json = i % 2 == 0 ? DEPOSITED.formatted(i, i) : "{\"id\":{\"id\":\"taken\"},\"type\":\"c.d\"}";
            requests.add(() -> ledger.append(json));
        }
        List<Future<Receipt>> answers = atOnce(requests);
        for (int i = 0; i < CALLERS; i++) {
            Future<Receipt> answer = answers.get(i);
            if (i % 2 == 0) {
                answer.get();
            } else {
                assertEquals(
                        IdTaken.class,
                        assertThrows(java.util.concurrent.ExecutionException.class, answer::get)
                                .getCause()
                                .getClass());
            }
        }
        assertEquals(2 + CALLERS / 2, ledger.appends().head(ledger.ledger()).size());
    }

    @Test
    void the_same_event_sent_by_many_at_once_is_recorded_once() throws Exception {
        TestLedger ledger = TestLedger.in(database.source());
        TestLedger other = ledger.onAnotherServer();
        var requests = new ArrayList<Callable<Receipt>>();
        for (int i = 0; i < CALLERS; i++) {
            TestLedger server = i % 2 == 0 ? ledger : other;
            requests.add(() -> server.append("{\"id\":{\"id\":\"once\"},\"type\":\"a.b\",\"payload\":1}"));
        }
        for (Future<Receipt> answer : atOnce(requests)) {
            assertEquals(1, answer.get().position());
        }
    }

    private List<Receipt> appendFromAll(List<TestLedger> servers) throws Exception {
        var requests = new ArrayList<Callable<List<Receipt>>>();
        for (int caller = 0; caller < CALLERS; caller++) {
            TestLedger server = servers.get(caller % servers.size());
            requests.add(() -> IntStream.range(0, EACH)
                    .mapToObj(i -> server.append(DEPOSITED.formatted(i % 5, i)))
                    .toList());
        }
        var receipts = new ArrayList<Receipt>();
        for (Future<List<Receipt>> answer : atOnce(requests)) {
            receipts.addAll(answer.get());
        }
        return receipts;
    }

    private static <T> List<Future<T>> atOnce(List<Callable<T>> requests) throws InterruptedException {
        ExecutorService callers = Executors.newFixedThreadPool(requests.size());
        try {
            var start = new CountDownLatch(requests.size());
            return callers.invokeAll(requests.stream()
                    .<Callable<T>>map(request -> () -> {
                        start.countDown();
                        start.await();
                        return request.call();
                    })
                    .toList());
        } finally {
            callers.shutdown();
        }
    }

    private void check(TestLedger ledger, List<Receipt> receipts) throws Exception {
        int total = CALLERS * EACH;
        List<StoredRow> rows = StoredRow.all(database.source(), ledger.ledger());
        assertEquals(
                LongStream.rangeClosed(0, total).boxed().toList(),
                rows.stream().map(StoredRow::position).toList());
        assertEquals(
                LongStream.rangeClosed(1, total).boxed().toList(),
                receipts.stream().map(Receipt::position).sorted().toList());
        for (int account = 0; account < 5; account++) {
            String id = "a" + account;
            assertEquals(
                    LongStream.rangeClosed(1, total / 5).boxed().toList(),
                    receipts.stream()
                            .filter(receipt ->
                                    receipt.entity().id().orElseThrow().equals(id))
                            .map(receipt -> receipt.entityVersion().orElseThrow())
                            .sorted()
                            .toList());
        }
    }
}
