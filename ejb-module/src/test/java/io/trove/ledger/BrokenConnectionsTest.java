package io.trove.ledger;

import static io.trove.ledger.TestLedger.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Callers who go on while their database is taken away from them, and who send a request again until it is answered. */
@Tag("database")
class BrokenConnectionsTest {

    private static final String EVENT = "{\"type\":\"account.paid\",\"entity\":{\"type\":\"account\",\"id\":\"a1\"}}";
    private static final String OVER_THE_RELAY =
            "SELECT pid FROM pg_stat_activity WHERE application_name = 'relay' AND";
    private static final int CALLERS = 8;
    private static final int EACH = 40;
    private static final int FAILURES = 5;
    private static final Duration ANSWER_MAX = Duration.ofMinutes(2);

    /** What goes wrong, once. */
    private interface Failure {
        void happen() throws Exception;
    }

    private FreshDatabase database;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void terminated_backends_lose_nothing_and_double_nothing() throws Exception {
        database = FreshDatabase.of(Database.POSTGRESQL);
        check(() -> backends("SELECT pg_terminate_backend(pid)::int FROM pg_stat_activity WHERE"));
    }

    /** One killed backend makes PostgreSQL end all others and recover from its log, as after a crash. */
    @Test
    void a_crashing_postgres_loses_nothing_and_doubles_nothing() throws Exception {
        database = FreshDatabase.of(Database.POSTGRESQL);
        check(this::crash);
    }

    /** Returns when it has recovered: of those who were connected, nobody is. */
    private void crash() throws SQLException {
        List<Long> before = backends("SELECT pid FROM pg_stat_activity WHERE");
        before.stream().limit(1).forEach(pid -> signal("-KILL", pid));
        Instant end = Instant.now().plus(ANSWER_MAX);
        while (backends("SELECT pid FROM pg_stat_activity WHERE").stream().anyMatch(before::contains)
                && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    @Test
    void a_derby_that_is_shut_down_is_opened_again() throws Exception {
        database = FreshDatabase.of(Database.DERBY);
        TestLedger ledger = TestLedger.in(database.source());
        for (int i = 1; i <= FAILURES; i++) {
            Append admitted = request("k" + i, EVENT);
            Runnable late = ledger.ready(List.of(admitted)).get(0);
            database.shutDown();
            late.run();
            Receipt receipt = ledger.persistently(admitted).get(0);
            assertEquals(i, receipt.position());
            assertEquals(i, receipt.entityVersion().orElseThrow());
        }
        assertEquals(FAILURES + 1, ledger.onAnotherServer().size());
    }

    /** What a stopped process was sent it does when it goes on; by then it is too late for it. */
    @Test
    void a_backend_that_stands_still_and_goes_on_later_doubles_nothing() throws Exception {
        database = FreshDatabase.of(Database.POSTGRESQL);
        try (Relay relay = Relay.to(FreshDatabase.postgresPort());
                var way = database.by(relay)) {
            TestLedger ledger = TestLedger.in(way);
            Append append = request("k", EVENT);
            Runnable admitted = ledger.ready(List.of(append)).get(0);
            List<Long> stopped = backends(OVER_THE_RELAY);
            stopped.forEach(pid -> signal("-STOP", pid));
            try {
                admitted.run();
            } finally {
                stopped.forEach(pid -> signal("-CONT", pid));
            }
            Instant end = Instant.now().plus(ANSWER_MAX);
            while (backends(OVER_THE_RELAY).stream().anyMatch(stopped::contains)
                    && Instant.now().isBefore(end)) {
                LockSupport.parkNanos(1_000_000);
            }
            Receipt receipt = ledger.persistently(append).get(0);
            assertEquals(1, receipt.position());
            assertTrue(receipt.replay());
            assertEquals(2, ledger.onAnotherServer().size());
        }
    }

    private void check(Failure failure) throws Exception {
        TestLedger ledger = TestLedger.in(database.source());
        var answered = new AtomicInteger();
        var callers = new ArrayList<Callable<List<Receipt>>>();
        for (int caller = 0; caller < CALLERS; caller++) {
            String name = "caller" + caller;
            callers.add(() -> {
                var receipts = new ArrayList<Receipt>();
                for (int i = 0; i < EACH; i++) {
                    receipts.add(
                            ledger.persistently(request(name + "-" + i, EVENT)).get(0));
                    answered.incrementAndGet();
                }
                return receipts;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        var futures = new ArrayList<Future<List<Receipt>>>();
        callers.forEach(caller -> futures.add(threads.submit(caller)));
        for (int i = 1; i <= FAILURES; i++) {
            int enough = i * CALLERS * EACH / (FAILURES + 1);
            Instant end = Instant.now().plus(ANSWER_MAX);
            while (answered.get() < enough
                    && futures.stream().noneMatch(Future::isDone)
                    && Instant.now().isBefore(end)) {
                LockSupport.parkNanos(1_000_000);
            }
            failure.happen();
        }
        threads.shutdown();
        var positions = new HashSet<Long>();
        for (Future<List<Receipt>> each : futures) {
            each.get().forEach(receipt -> assertTrue(positions.add(receipt.position()), "one place for two"));
        }
        List<Long> all = LongStream.rangeClosed(0, CALLERS * EACH).boxed().toList();
        List<StoredRow> rows = rows(ledger);
        assertEquals(all, rows.stream().map(StoredRow::position).toList());
        positions.add(0L);
        assertEquals(new HashSet<>(all), positions);
        assertEquals(
                all.subList(1, all.size()),
                rows.stream().skip(1).map(StoredRow::entityVersion).toList());
    }

    /** The pool does not ask a connection that was used just now whether it still is one. */
    private List<StoredRow> rows(TestLedger ledger) throws SQLException {
        Instant end = Instant.now().plus(ANSWER_MAX);
        while (true) {
            try {
                return StoredRow.all(database.source(), ledger.ledger());
            } catch (SQLException broken) {
                if (Instant.now().isAfter(end)) {
                    throw broken;
                }
            }
        }
    }

    /** The first column of what PostgreSQL says to this of the database's backends, as soon as it says anything. */
    private List<Long> backends(String select) throws SQLException {
        Instant end = Instant.now().plus(ANSWER_MAX);
        while (true) {
            try (Connection connection = FreshDatabase.postgres("postgres");
                    PreparedStatement ask = connection.prepareStatement(select + " datname = ?")) {
                ask.setString(1, database.name());
                var found = new ArrayList<Long>();
                try (ResultSet row = ask.executeQuery()) {
                    while (row.next()) {
                        found.add(row.getLong(1));
                    }
                }
                return found;
            } catch (SQLException recovering) {
                if (Instant.now().isAfter(end)) {
                    throw recovering;
                }
                LockSupport.parkNanos(10_000_000);
            }
        }
    }

    private static void signal(String signal, long pid) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
