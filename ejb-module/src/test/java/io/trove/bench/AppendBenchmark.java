package io.trove.bench;

import io.trove.ledger.Append;
import io.trove.ledger.Bounds;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.TestLedger;
import io.trove.query.TestIndexing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Appends in this process against raw JDBC, as ratios of rates in interleaved rounds of one run: {@code AppendBenchmark
 * [rounds]}.
 */
public final class AppendBenchmark {

    private static final int ROUNDS_DEFAULT = 5;
    private static final int ENTITIES = 2_000;

    private final Database kind;
    private final TestLedger ledger;
    private final TestLedger readyLedger;
    private final RawJdbc raw;
    private final GroupCommit group;
    private final Map<String, List<Double>> rates = new LinkedHashMap<>();

    private AppendBenchmark(Database kind, FreshDatabase database) throws Exception {
        this.kind = kind;
        this.ledger = TestLedger.in(database.source(), Bounds.defaults(), TestIndexing.contributor());
        this.readyLedger = TestLedger.in(database.source(), Bounds.defaults(), TestIndexing.contributor());
        this.raw = raw(database);
        this.group = new GroupCommit(raw(database));
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROUNDS_DEFAULT;
        for (Database kind : Database.values()) {
            try (FreshDatabase database = FreshDatabase.of(kind)) {
                var benchmark = new AppendBenchmark(kind, database);
                benchmark.round();
                benchmark.rates.clear();
                for (int i = 0; i < rounds; i++) {
                    benchmark.round();
                }
                benchmark.print();
            }
        }
    }

    private RawJdbc raw(FreshDatabase database) throws Exception {
        return new RawJdbc(
                database.source(),
                kind,
                TestLedger.in(database.source()).ledger().id().value());
    }

    private void round() throws Exception {
        measure("raw, own transactions, 32 callers", 32, 60, 1, (rows, requests) -> each(rows, row -> raw.alone(row)));
        measure(
                "raw group commit, 32 callers",
                32,
                400,
                1,
                (rows, requests) -> each(rows, row -> group.append(List.of(row))));
        measure(
                "sequencer, 32 callers, ready bytes",
                32,
                400,
                1,
                (rows, requests) -> each(readyLedger.ready(requests), Runnable::run));
        measure("facade, 32 callers", 32, 400, 1, (rows, requests) -> each(requests, ledger::append));
        measure(
                "raw group commit, 1 caller",
                1,
                1_500,
                1,
                (rows, requests) -> each(rows, row -> group.append(List.of(row))));
        measure("facade, 1 caller", 1, 1_500, 1, (rows, requests) -> each(requests, ledger::append));
        for (int size : new int[] {100, 1_000}) {
            int batches = 6_000 / size;
            measure(
                    "raw group commit, 4 callers, batches of " + size,
                    4,
                    batches,
                    size,
                    (rows, requests) -> slices(rows, size, group::append));
            measure(
                    "facade, 4 callers, batches of " + size,
                    4,
                    batches,
                    size,
                    (rows, requests) -> each(requests, ledger::append));
        }
    }

    /** The work of a caller, split so that what is made ready is not measured. */
    private interface Work {
        Measured prepare(List<RawJdbc.Ready> rows, List<Append> requests);
    }

    /** What is measured. */
    private interface Measured {
        void run() throws Exception;
    }

    /** One step of it. */
    private interface Step<T> {
        void take(T item) throws Exception;
    }

    private static <T> Measured each(List<T> items, Step<T> step) {
        return () -> {
            for (T item : items) {
                step.take(item);
            }
        };
    }

    private static <T> Measured slices(List<T> items, int size, Step<List<T>> step) {
        return () -> {
            for (int i = 0; i < items.size(); i += size) {
                step.take(items.subList(i, i + size));
            }
        };
    }

    private void measure(String name, int callers, int each, int batch, Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            long[] times = new long[2];
            var start = new CyclicBarrier(callers, () -> times[0] = System.nanoTime());
            var done = new ArrayList<Future<?>>();
            for (int i = 0; i < callers; i++) {
                done.add(threads.submit(() -> {
                    boolean isRaw = name.startsWith("raw");
                    Measured measured = work.prepare(
                            isRaw ? rows(each * batch) : List.of(), isRaw ? List.of() : requests(each, batch));
                    start.await();
                    measured.run();
                    return null;
                }));
            }
            for (Future<?> each1 : done) {
                each1.get();
            }
            times[1] = System.nanoTime();
            rates.computeIfAbsent(name, n -> new ArrayList<>())
                    .add(1e9 * callers * each * batch / (times[1] - times[0]));
        } finally {
            threads.shutdown();
        }
    }

    private static List<Append> requests(int count, int batch) {
        return IntStream.range(0, count)
                .mapToObj(i -> TestLedger.request(
                        null, IntStream.range(0, batch).mapToObj(j -> event()).toArray(String[]::new)))
                .toList();
    }

    private static String event() {
        return """
                {"type": "document.uploaded", "createdAt": "2024-03-15T10:30:00Z", "producer": "web-api",
                 "entity": {"type": "document", "id": "doc-%d"}, "actor": {"type": "user", "id": "jane", "role": "editor"},
                 "payload": {"title": "Annual Report", "author": "Jane Smith", "pages": 120, "tags": ["finance", "2024"], "draft": false},
                 "indexBy": {"author": "Jane Smith"}, "metadata": {"ip": "192.168.1.1"},
                 "context": {"reason": "upload", "source": "web-portal", "sessionId": "s-1", "correlationId": "c-1"}}""".formatted(ThreadLocalRandom.current().nextInt(ENTITIES));
    }

    private static List<RawJdbc.Ready> rows(int count) {
        return IntStream.range(0, count).mapToObj(i -> row()).toList();
    }

    private static RawJdbc.Ready row() {
        byte[] hash = new byte[32];
        ThreadLocalRandom.current().nextBytes(hash);
        byte[] document = Arrays.copyOf(event().getBytes(StandardCharsets.UTF_8), 780);
        String id = Long.toHexString(ThreadLocalRandom.current().nextLong()) + Long.toHexString(System.nanoTime());
        Object[] values = {
            id,
            1L,
            "document.uploaded",
            "document",
            "doc-" + ThreadLocalRandom.current().nextInt(ENTITIES),
            1L,
            "user",
            "jane",
            "web-api",
            null,
            null,
            1710498600000000L,
            1710498600000000L,
            hash,
            hash,
            hash,
            document
        };
        return new RawJdbc.Ready(values, "author", "\"Jane Smith\"");
    }

    private void print() {
        System.out.printf("%n%s%n%-50s %12s%n", kind, "", "events/s");
        rates.forEach((name, each) -> System.out.printf("%-50s %12.0f%n", name, median(each)));
        ratio("sequencer, 32 callers, ready bytes", "raw, own transactions, 32 callers");
        ratio("facade, 1 caller", "raw group commit, 1 caller");
        ratio("facade, 32 callers", "raw group commit, 32 callers");
        ratio("facade, 4 callers, batches of 100", "raw group commit, 4 callers, batches of 100");
        ratio("facade, 4 callers, batches of 1000", "raw group commit, 4 callers, batches of 1000");
    }

    private void ratio(String one, String other) {
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < rates.get(one).size(); i++) {
            ratios.add(rates.get(one).get(i) / rates.get(other).get(i));
        }
        System.out.printf("%5.2f × %s / %s%n", median(ratios), one, other);
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
