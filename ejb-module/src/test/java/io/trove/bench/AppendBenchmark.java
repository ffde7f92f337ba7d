package io.trove.bench;

import io.trove.event.Flakes;
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
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Appends in this process and over HTTP against raw JDBC, as ratios of rates in interleaved rounds of one run: {@code
 * AppendBenchmark rounds script [database]}, the script being a server's.
 */
public final class AppendBenchmark {

    private static final Flakes FLAKES = new Flakes(Clock.systemUTC(), 1);
    private static final int ENTITIES = 2_000;
    private static final int WARM_UP_ROUNDS = 2;

    /** A server lives for weeks, and its compiler is at work for the first tens of thousands of requests. */
    private static final int WARM_UP_EACH = 2_000;

    private static final int WARM_UP_BATCHES = 100;

    private static final int CALLERS = 32;
    private static final int BATCH_CALLERS = 4;
    private static final int BATCH_EVENTS = 8_000;

    /** So many requests a caller of the server at least: of fewer, much is a beginning and an end. */
    private static final int BATCHES = 24;

    private static final int ALONE_EVENTS = 1_500;
    private static final int EACH_EVENTS = 400;
    private static final int CHECKS = 20_000;
    private static final int OWN_TRANSACTIONS = 60;
    private static final int STATE_BYTES = 600;
    private static final String PATH = "/api/demo/development/events";

    private final Rounds rounds = new Rounds();
    private final TestLedger ledger;
    private final TestLedger readyLedger;
    private final RawJdbc raw;
    private final GroupCommit group;
    private final GroupCommit groupOfAll;
    private final RunningTrove server;

    private AppendBenchmark(Database kind, FreshDatabase database, RunningTrove server) throws Exception {
        this.ledger = TestLedger.in(database.source(), Bounds.defaults(), TestIndexing.contributor());
        this.readyLedger = TestLedger.in(database.source(), Bounds.defaults(), TestIndexing.contributor());
        this.raw = raw(database, kind, RawRows::own);
        this.group = new GroupCommit(raw(database, kind, RawRows::own));
        this.groupOfAll = new GroupCommit(raw(database, kind, RawRows::all));
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[0]);
        Path script = Path.of(arguments[1]);
        RunningTrove.likeItsDatabase(script);
        Database[] kinds = arguments.length > 2 ? new Database[] {Database.valueOf(arguments[2])} : Database.values();
        for (Database kind : kinds) {
            try (FreshDatabase database = FreshDatabase.of(kind);
                    FreshDatabase ofServer = FreshDatabase.empty(kind);
                    RunningTrove server = RunningTrove.start(
                            script, kind == Database.POSTGRESQL ? Optional.of(ofServer) : Optional.empty())) {
                long atRest = server.residentMebibytes();
                var benchmark = new AppendBenchmark(kind, database, server);
                benchmark.rounds.measure("HTTP", CALLERS, WARM_UP_EACH, () -> benchmark.http(WARM_UP_EACH, 1));
                for (int size : new int[] {100, 1_000}) {
                    int events = WARM_UP_BATCHES * size;
                    benchmark.rounds.measure("HTTP", BATCH_CALLERS, events, () -> benchmark.http(events, size));
                }
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

    private static RawJdbc raw(FreshDatabase database, Database kind, RawJdbc.Written written) throws Exception {
        return new RawJdbc(
                database.source(),
                kind,
                TestLedger.in(database.source()).ledger().id().value(),
                written);
    }

    private void round() throws Exception {
        server.rest();
        String own = "raw, own transactions, 32 callers";
        rounds.measure(own, CALLERS, OWN_TRANSACTIONS, () -> Rounds.each(rows(OWN_TRANSACTIONS), raw::alone));
        against(own, "sequencer, ready bytes, 32 callers", CALLERS, EACH_EVENTS, this::readySingles);
        shape(", 32 callers", CALLERS, EACH_EVENTS, 1);
        shape(", 1 caller", 1, ALONE_EVENTS, 1);
        rounds.measure("schema check, 1 caller", 1, CHECKS, () -> Rounds.each(events(CHECKS), SchemaCheck::check));
        rounds.compare("schema check, 1 caller", "facade, 1 caller");
        for (int size : new int[] {10, 100, 1_000}) {
            shape(", 4 callers, batches of " + size, BATCH_CALLERS, BATCH_EVENTS, size);
        }
        rounds.compare("schema check, 1 caller", "facade, 4 callers, batches of 1000");
        server.rest();
        against(
                "raw, all tables, 4 callers, batches of 1000",
                "HTTP import, 1 caller",
                1,
                BATCH_EVENTS,
                this::importing);
    }

    /** The facade against the tables that it writes, and the server against all that it writes. */
    private void shape(String name, int callers, int each, int batch) throws Exception {
        server.rest();
        rounds.measure("raw" + name, callers, each, () -> raw(group, each, batch));
        against("raw" + name, "facade" + name, callers, each, () -> facade(each, batch));
        int sent = Math.max(each, BATCHES * batch);
        rounds.measure("raw, all tables" + name, callers, sent, () -> raw(groupOfAll, sent, batch));
        against("raw, all tables" + name, "HTTP" + name, callers, sent, () -> http(sent, batch));
        rounds.compare("HTTP" + name, "raw" + name);
    }

    private static Rounds.Measured raw(GroupCommit group, int events, int batch) {
        return Rounds.each(
                IntStream.range(0, events / batch).mapToObj(i -> rows(batch)).toList(), group::append);
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

    private static List<RawRows.Ready> rows(int count) {
        return IntStream.range(0, count).mapToObj(i -> row()).toList();
    }

    private static RawRows.Ready row() {
        byte[] hash = new byte[32];
        ThreadLocalRandom.current().nextBytes(hash);
        byte[] document = Arrays.copyOf(event().getBytes(StandardCharsets.UTF_8), 780);
        String id = FLAKES.next();
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
        return new RawRows.Ready(values, "author", "\"Jane Smith\"", new byte[STATE_BYTES]);
    }
}
