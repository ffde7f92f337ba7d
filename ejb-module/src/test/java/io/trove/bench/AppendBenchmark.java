package io.trove.bench;

import io.trove.event.Json;
import io.trove.ledger.Append;
import io.trove.ledger.Bounds;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.TestLedger;
import io.trove.query.TestIndexing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Appends in this process and over HTTP against raw JDBC, as ratios of rates in interleaved rounds of one run: {@code
 * AppendBenchmark rounds script}, the script being a server's.
 */
public final class AppendBenchmark {

    private static final int ENTITIES = 2_000;
    private static final int WARM_UP_ROUNDS = 2;
    private static final int CALLERS = 32;
    private static final int BATCH_CALLERS = 4;
    private static final int BATCH_EVENTS = 8_000;
    private static final int ALONE_EVENTS = 1_500;
    private static final int EACH_EVENTS = 400;
    private static final int CHECKS = 20_000;
    private static final int OWN_TRANSACTIONS = 60;
    private static final String PATH = "/api/demo/development/events";

    private final Rounds rounds = new Rounds();
    private final TestLedger ledger;
    private final TestLedger readyLedger;
    private final RawJdbc raw;
    private final GroupCommit group;
    private final RunningTrove server;

    private AppendBenchmark(Database kind, FreshDatabase database, RunningTrove server) throws Exception {
        this.ledger = TestLedger.in(database.source(), Bounds.defaults(), TestIndexing.contributor());
        this.readyLedger = TestLedger.in(database.source(), Bounds.defaults(), TestIndexing.contributor());
        this.raw = raw(database, kind);
        this.group = new GroupCommit(raw(database, kind));
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[0]);
        Path script = Path.of(arguments[1]);
        for (Database kind : Database.values()) {
            try (FreshDatabase database = FreshDatabase.of(kind);
                    FreshDatabase ofServer = FreshDatabase.empty(kind);
                    RunningTrove server = RunningTrove.start(
                            script, kind == Database.POSTGRESQL ? Optional.of(ofServer) : Optional.empty())) {
                long atRest = server.residentMebibytes();
                var benchmark = new AppendBenchmark(kind, database, server);
                for (int i = 0; i < WARM_UP_ROUNDS; i++) {
                    benchmark.round();
                }
                benchmark.rounds.begin();
                for (int i = 0; i < count; i++) {
                    benchmark.round();
                }
                benchmark.rounds.print(kind + ": appending", "events/s");
                System.out.printf(
                        "The server: ready after %.1f s, %d MiB resident at rest, %d MiB after this%n",
                        server.readySeconds(), atRest, server.residentMebibytes());
            }
        }
    }

    private static RawJdbc raw(FreshDatabase database, Database kind) throws Exception {
        return new RawJdbc(
                database.source(),
                kind,
                TestLedger.in(database.source()).ledger().id().value());
    }

    private void round() throws Exception {
        String own = "raw, own transactions, 32 callers";
        String rawMany = "raw group commit, 32 callers";
        rounds.measure(own, CALLERS, OWN_TRANSACTIONS, () -> Rounds.each(rows(OWN_TRANSACTIONS), raw::alone));
        rounds.measure(
                rawMany, CALLERS, EACH_EVENTS, () -> Rounds.each(rows(EACH_EVENTS), row -> group.append(List.of(row))));
        against(own, "sequencer, ready bytes, 32 callers", CALLERS, EACH_EVENTS, this::readySingles);
        against(rawMany, "facade, 32 callers", CALLERS, EACH_EVENTS, () -> facade(EACH_EVENTS, 1));
        against(rawMany, "HTTP, 32 callers", CALLERS, EACH_EVENTS, () -> http(EACH_EVENTS, 1));

        String rawAlone = "raw group commit, 1 caller";
        rounds.measure(
                rawAlone, 1, ALONE_EVENTS, () -> Rounds.each(rows(ALONE_EVENTS), row -> group.append(List.of(row))));
        against(rawAlone, "facade, 1 caller", 1, ALONE_EVENTS, () -> facade(ALONE_EVENTS, 1));
        against(rawAlone, "HTTP, 1 caller", 1, ALONE_EVENTS, () -> http(ALONE_EVENTS, 1));

        rounds.measure("schema check, 1 caller", 1, CHECKS, () -> Rounds.each(events(CHECKS), SchemaCheck::check));
        rounds.compare("schema check, 1 caller", "facade, 1 caller");
        for (int size : new int[] {10, 100, 1_000}) {
            String batches = ", 4 callers, batches of " + size;
            String rawBatches = "raw group commit" + batches;
            rounds.measure(
                    rawBatches,
                    BATCH_CALLERS,
                    BATCH_EVENTS,
                    () -> Rounds.each(
                            IntStream.range(0, BATCH_EVENTS / size)
                                    .mapToObj(i -> rows(size))
                                    .toList(),
                            group::append));
            against(rawBatches, "facade" + batches, BATCH_CALLERS, BATCH_EVENTS, () -> facade(BATCH_EVENTS, size));
            rounds.compare("schema check, 1 caller", "facade" + batches);
            against(rawBatches, "HTTP" + batches, BATCH_CALLERS, BATCH_EVENTS, () -> http(BATCH_EVENTS, size));
        }
        against(
                "raw group commit, 4 callers, batches of 1000",
                "HTTP import, 1 caller",
                1,
                BATCH_EVENTS,
                this::importing);
    }

    private void against(String other, String name, int callers, int each, Rounds.Ready work) throws Exception {
        rounds.measure(name, callers, each, work);
        rounds.compare(name, other);
    }

    private Rounds.Measured readySingles() {
        return Rounds.each(readyLedger.ready(requests(EACH_EVENTS, 1)), Runnable::run);
    }

    private Rounds.Measured facade(int events, int batch) {
        return Rounds.each(requests(events / batch, batch), ledger::append);
    }

    private Rounds.Measured http(int events, int batch) throws IOException {
        List<byte[]> bodies = IntStream.range(0, events / batch)
                .mapToObj(i -> batch == 1 ? event() : texts(batch, ",", "[", "]"))
                .map(body -> body.getBytes(StandardCharsets.UTF_8))
                .toList();
        Wire wire = server.connect();
        return () -> {
            try (wire) {
                for (byte[] body : bodies) {
                    expect(201, wire.post(PATH, "application/json", body));
                }
            }
        };
    }

    private Rounds.Measured importing() throws IOException {
        byte[] lines = texts(BATCH_EVENTS, "\n", "", "\n").getBytes(StandardCharsets.UTF_8);
        Wire wire = server.connect();
        String key = "import-" + System.nanoTime();
        return () -> {
            try (wire) {
                expect(200, wire.post(PATH + "/import", "application/x-ndjson\r\nIdempotency-Key: " + key, lines));
            }
        };
    }

    private static void expect(int status, Wire.Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException("Answered with " + answer.status());
        }
    }

    private static List<Append> requests(int count, int batch) {
        Supplier<String[]> events =
                () -> IntStream.range(0, batch).mapToObj(i -> event()).toArray(String[]::new);
        return IntStream.range(0, count)
                .mapToObj(i -> TestLedger.request(null, events.get()))
                .toList();
    }

    private static List<Json> events(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> SchemaCheck.json(event()))
                .toList();
    }

    private static String texts(int count, String between, String before, String after) {
        return IntStream.range(0, count).mapToObj(i -> event()).collect(Collectors.joining(between, before, after));
    }

    private static String event() {
        return """
                {"type": "document.uploaded", "createdAt": "2024-03-15T10:30:00Z", "producer": "web-api", \
                 "entity": {"type": "document", "id": "doc-%d"}, "actor": {"type": "user", "id": "jane", "role": "editor"}, \
                 "payload": {"title": "Annual Report", "author": "Jane Smith", "pages": 120, "tags": ["finance", "2024"], "draft": false}, \
                 "indexBy": {"author": "Jane Smith"}, "metadata": {"ip": "192.168.1.1"}, \
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
}
