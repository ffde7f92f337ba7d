package io.trove.bench;

import io.trove.ledger.Bounds;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.TestLedger;
import io.trove.query.TestIndexing;
import io.trove.query.TestReading;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a page of 100 costs under each filter in a small ledger and in a large one, interleaved in one run, with the
 * positions that were looked at: {@code ReadBenchmark [events in the large one] [rounds]}.
 */
public final class ReadBenchmark {

    private static final int SMALL = 10_000;
    private static final int LARGE_DEFAULT = 200_000;
    private static final int ROUNDS_DEFAULT = 15;
    private static final int PAGE = 100;
    private static final int BATCH = 1_000;

    private static final Map<String, Map<String, List<String>>> FILTERS = filters();

    private final Database kind;
    private final FreshDatabase database;

    private ReadBenchmark(Database kind, FreshDatabase database) {
        this.kind = kind;
        this.database = database;
    }

    public static void main(String[] arguments) throws Exception {
        int large = arguments.length > 0 ? Integer.parseInt(arguments[0]) : LARGE_DEFAULT;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS_DEFAULT;
        for (Database kind : Database.values()) {
            try (FreshDatabase database = FreshDatabase.of(kind)) {
                new ReadBenchmark(kind, database).run(large, rounds);
            }
        }
    }

    private void run(int large, int rounds) throws Exception {
        List<TestLedger> ledgers = List.of(ledger(SMALL), ledger(large));
        var times = new LinkedHashMap<String, List<List<Double>>>();
        var scanned = new LinkedHashMap<String, List<Long>>();
        try (Connection connection = database.source().getConnection()) {
            for (int round = -3; round < rounds; round++) {
                for (String name : FILTERS.keySet()) {
                    for (String order : List.of("desc", "asc")) {
                        for (int i = 0; i < ledgers.size(); i++) {
                            long from = System.nanoTime();
                            long looked = TestReading.page(
                                    kind, connection, ledgers.get(i), FILTERS.get(name), order.equals("desc"), PAGE);
                            double millis = (System.nanoTime() - from) / 1e6;
                            if (round >= 0) {
                                String row = name + " " + order;
                                times.computeIfAbsent(row, r -> List.of(new ArrayList<>(), new ArrayList<>()))
                                        .get(i)
                                        .add(millis);
                                scanned.computeIfAbsent(row, r -> new ArrayList<>(List.of(0L, 0L)))
                                        .set(i, looked);
                            }
                        }
                    }
                }
            }
        }
        System.out.printf(
                "%n%s: a page of %d, milliseconds (positions looked at)%n%-40s %18s %18s %7s%n",
                kind, PAGE, "", "at " + SMALL, "at " + large, "ratio");
        times.forEach((row, both) -> {
            double small = median(both.get(0));
            double big = median(both.get(1));
            System.out.printf(
                    "%-40s %9.2f (%6d) %9.2f (%6d) %7.2f%n",
                    row, small, scanned.get(row).get(0), big, scanned.get(row).get(1), big / small);
        });
    }

    private TestLedger ledger(int events) {
        TestLedger ledger = TestLedger.in(database.source(), Bounds.defaults(), TestIndexing.contributor());
        for (int i = 0; i < events; i += BATCH) {
            int first = i;
            ledger.append(TestLedger.request(
                    null,
                    IntStream.range(first, first + BATCH)
                            .mapToObj(n -> event(n, events))
                            .toArray(String[]::new)));
        }
        return ledger;
    }

    /** Types from common to rare, a few busy entities, one actor of two hundred, keys from common to rare. */
    private static String event(int n, int of) {
        String type = n % 2 == 0 ? "session.touched" : n % 100 == 1 ? "document.uploaded" : "session.kind" + n % 20;
        if (n == of / 2) {
            type = "rare.happened";
        }
        return """
                {"type": "%s", "entity": {"type": "thing", "id": "t%d"}, "actor": {"type": "user", "id": "u%d"},
                 "payload": {"n": %d, "title": "Annual Report", "author": "Jane Smith", "tags": ["finance", "2024"]},
                 "indexBy": {"shard": %d, "only": "k%d"}, "metadata": {"ip": "192.168.1.1"}, "module": "m%d",
                 "context": {"reason": "upload", "source": "web-portal", "sessionId": "s-1", "correlationId": "c-%d"}}""".formatted(type, n % 50, n % 200, n, n % 10, n, n % 7, n % 300);
    }

    private static Map<String, Map<String, List<String>>> filters() {
        var filters = new LinkedHashMap<String, Map<String, List<String>>>();
        filters.put("nothing", Map.of());
        filters.put("type, half of all", Map.of("type", List.of("session.touched")));
        filters.put("type, one of 100", Map.of("type", List.of("document.uploaded")));
        filters.put("type, one event", Map.of("type", List.of("rare.happened")));
        filters.put("type, none", Map.of("type", List.of("never.happened")));
        filters.put("types below session", Map.of("type", List.of("session.*")));
        filters.put("entity", Map.of("entityType", List.of("thing"), "entityId", List.of("t7")));
        filters.put("entity id alone", Map.of("entityId", List.of("t7")));
        filters.put("actor", Map.of("actorId", List.of("u42")));
        filters.put("index key, one of 10", Map.of("index.shard", List.of("3")));
        filters.put("index key, one event", Map.of("index.only", List.of("k17")));
        filters.put("type and entity", Map.of("type", List.of("session.touched"), "entityId", List.of("t8")));
        filters.put(
                "type and key, never both", Map.of("type", List.of("session.touched"), "index.shard", List.of("3")));
        filters.put("recorded, last half", Map.of("recordedSince", List.of("0"), "type", List.of("session.touched")));
        filters.put("payload, one of 300 (scan)", Map.of("correlationId", List.of("c-7")));
        filters.put("producer, none (scan)", Map.of("producer", List.of("nobody")));
        return filters;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
