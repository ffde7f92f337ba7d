package io.trove.bench;

import io.trove.entities.TestReplays;
import io.trove.event.Json;
import io.trove.ledger.Bounds;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.TestLedger;
import io.trove.query.TestReading;
import java.sql.Connection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many events a second a replay folds into states, beside how many a loop reads, as bytes and as events, in turns; and how much of the heap
 * collections left in use at most while it folded: {@code ReplayBenchmark [events] [rounds] [database]}. Entities have ten
 * events each, far apart.
 */
public final class ReplayBenchmark {

    private static final int EVENTS_DEFAULT = 100_000;
    private static final int ROUNDS_DEFAULT = 3;
    private static final int BATCH = 1_000;
    private static final int EVENTS_AN_ENTITY = 10;

    private ReplayBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : EVENTS_DEFAULT;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS_DEFAULT;
        Database[] kinds = arguments.length > 2 ? new Database[] {Database.valueOf(arguments[2])} : Database.values();
        for (Database kind : kinds) {
            try (FreshDatabase database = FreshDatabase.of(kind);
                    Connection connection = database.source().getConnection();
                    Connection other = database.source().getConnection()) {
                run(kind, database, List.of(connection, other), events, rounds);
            }
        }
    }

    private static void run(Database kind, FreshDatabase database, List<Connection> hands, int events, int rounds)
            throws Exception {
        TestLedger ledger = TestLedger.in(database.source(), Bounds.defaults(), TestReplays.contributor());
        int entities = Math.max(1, events / EVENTS_AN_ENTITY);
        for (int from = 0; from < events; from += BATCH) {
            ledger.append(TestLedger.request(
                    null,
                    IntStream.range(from, from + BATCH)
                            .mapToObj(n -> event(n, entities))
                            .toArray(String[]::new)));
        }
        Connection connection = hands.get(0);
        PeakHeap peak = PeakHeap.watch();
        for (int round = 1; round <= rounds; round++) {
            long begun = System.nanoTime();
            TestReading.all(kind, connection, ledger, bytes -> {});
            long read = System.nanoTime();
            TestReading.all(kind, connection, ledger, Json::parse);
            long parsed = System.nanoTime();
            peak.begin();
            long collected = System.nanoTime();
            long folded = TestReplays.build(kind, ledger, hands, round);
            long built = System.nanoTime();
            double bytes = events / ((read - begun) / 1e9);
            double reading = events / ((parsed - read) / 1e9);
            double replaying = folded / ((built - collected) / 1e9);
            System.out.printf(
                    "%s, %d events: read %.0f/s as bytes and %.0f/s as events, replayed %.0f/s, ratio %.2f and %.2f,"
                            + " %.0f MiB of heap at most%n",
                    kind, events, bytes, reading, replaying, replaying / bytes, replaying / reading, peak.mebibytes());
        }
    }

    private static String event(int n, int entities) {
        return """
                {"type": "thing.updated", "entity": {"type": "thing", "id": "t%d"},
                 "payload": {"n": %d, "title": "Annual Report", "author": "Jane Smith", "tags": ["finance", "2024"]},
                 "metadata": {"ip": "192.168.1.1"}, "message": "a message"}""".formatted(n % entities, n);
    }
}
