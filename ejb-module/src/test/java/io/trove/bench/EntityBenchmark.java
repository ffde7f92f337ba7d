package io.trove.bench;

import io.trove.entities.TestReplays;
import io.trove.ledger.Bounds;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.TestLedger;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the state of an entity with 10,000 events costs beside that of one with 10, interleaved in one run, and how many
 * events a second a follower folds: {@code EntityBenchmark [rounds]}.
 */
public final class EntityBenchmark {

    private static final int LARGE = 10_000;
    private static final int SMALL = 10;
    private static final int BATCH = 1_000;
    private static final int ROUNDS_DEFAULT = 400;
    private static final int WARM_UP = 200;

    private EntityBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROUNDS_DEFAULT;
        for (Database kind : Database.values()) {
            try (FreshDatabase database = FreshDatabase.of(kind);
                    Connection connection = database.source().getConnection()) {
                run(kind, database, connection, rounds);
            }
        }
    }

    private static void run(Database kind, FreshDatabase database, Connection connection, int rounds) throws Exception {
        TestLedger ledger = TestLedger.in(database.source(), Bounds.defaults(), TestReplays.contributor());
        for (int from = 0; from < 2 * LARGE; from += BATCH) {
            ledger.append(TestLedger.request(
                    null,
                    IntStream.range(from, from + BATCH)
                            .mapToObj(EntityBenchmark::event)
                            .toArray(String[]::new)));
        }
        long begun = System.nanoTime();
        TestReplays.follow(kind, connection, ledger);
        double seconds = (System.nanoTime() - begun) / 1e9;
        List<Double> large = new ArrayList<>();
        List<Double> small = new ArrayList<>();
        int folded = 0;
        for (int round = -WARM_UP; round < rounds; round++) {
            long first = System.nanoTime();
            folded = TestReplays.fold(kind, connection, ledger, "thing", "large");
            long second = System.nanoTime();
            TestReplays.fold(kind, connection, ledger, "thing", "small7");
            long third = System.nanoTime();
            if (round >= 0) {
                large.add((second - first) / 1e6);
                small.add((third - second) / 1e6);
            }
        }
        System.out.printf(
                "%s: a state of %d events %.3f ms (%d folded), of %d events %.3f ms, ratio %.2f; followed %.0f events/s%n",
                kind,
                LARGE,
                median(large),
                folded,
                SMALL,
                median(small),
                median(large) / median(small),
                2 * LARGE / seconds);
    }

    /** Every second one of the large entity, which ends 25 events behind a snapshot; the others of small ones. */
    private static String event(int n) {
        String id = n % 2 == 0 || n > 2 * LARGE - 50 ? "large" : "small" + n / (2 * SMALL);
        return """
                {"type": "thing.updated", "entity": {"type": "thing", "id": "%s"},
                 "payload": {"n": %d, "title": "Annual Report", "author": "Jane Smith", "tags": ["finance", "2024"]},
                 "metadata": {"ip": "192.168.1.1"}, "message": "a message"}""".formatted(id, n);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
