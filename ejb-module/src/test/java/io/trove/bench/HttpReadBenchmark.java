package io.trove.bench;

import io.trove.ledger.Bounds;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.TestLedger;
import io.trove.query.TestIndexing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * Reading over HTTP against the raw query for the same rows, interleaved in one run: {@code HttpReadBenchmark events
 * rounds script}. The rows are in two databases of one kind and with the same pages, since a server with Derby has its own
 * to itself.
 */
public final class HttpReadBenchmark {

    private static final int BATCH = 1_000;
    private static final int PAGE = 100;
    private static final int PAGES = 400;

    /** A server lives for weeks, and its compiler is at work for the first tens of thousands of requests. */
    private static final int WARM_UP_PAGES = 20_000;

    private static final int WARM_UP_ROUNDS = 3;

    private static final int SINGLES = 2_000;
    private static final String EVENTS = "/api/demo/development/events";
    private static final String RANGE = """
            SELECT position,
                   document
              FROM event
             WHERE ledger_id = ?
               AND position BETWEEN ? AND ?
             ORDER BY position""";

    private final Database kind;
    private final FreshDatabase database;
    private final RunningTrove server;
    private final int events;
    private final TestLedger ledger;
    private final Rounds pages = new Rounds();
    private final Rounds streams = new Rounds();

    private HttpReadBenchmark(Database kind, FreshDatabase database, RunningTrove server, int events) {
        this.kind = kind;
        this.database = database;
        this.server = server;
        this.events = events;
        this.ledger = TestLedger.in(database.source(), Bounds.defaults(), TestIndexing.contributor());
    }

    public static void main(String[] arguments) throws Exception {
        int events = Integer.parseInt(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        Path script = Path.of(arguments[2]);
        RunningTrove.likeItsDatabase(script);
        for (Database kind : Database.values()) {
            try (FreshDatabase database = FreshDatabase.of(kind);
                    FreshDatabase ofServer = FreshDatabase.empty(kind);
                    RunningTrove server = RunningTrove.start(
                            script, kind == Database.POSTGRESQL ? Optional.of(ofServer) : Optional.empty())) {
                var benchmark = new HttpReadBenchmark(kind, database, server, events);
                benchmark.fill();
                benchmark.warmUp();
                benchmark.pages.begin();
                benchmark.streams.begin();
                for (int i = 0; i < count; i++) {
                    benchmark.round();
                }
                benchmark.pages.print(kind + ": reading among " + events + " events", "requests/s");
                benchmark.streams.print(kind + ": reading all of " + events + " events", "events/s");
                System.out.printf("The server: %d MiB resident after this%n", server.residentMebibytes());
            }
        }
    }

    private void fill() throws Exception {
        try (Wire wire = server.connect()) {
            for (int i = 0; i < events; i += BATCH) {
                String[] batch = IntStream.range(i, i + BATCH)
                        .mapToObj(HttpReadBenchmark::event)
                        .toArray(String[]::new);
                ledger.append(TestLedger.request(null, batch));
                byte[] body = ('[' + String.join(",", batch) + ']').getBytes(StandardCharsets.UTF_8);
                require(201, wire.post(EVENTS, "application/json", body));
            }
        }
        if (kind == Database.POSTGRESQL) {
            try (Connection connection = database.source().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("ANALYZE");
            }
        }
    }

    private void round() throws Exception {
        String raw = "raw query, page of 100";
        pages.measure(raw, 1, PAGES, () -> () -> {
            for (int i = 0; i < PAGES; i++) {
                long first = somewhere(PAGE);
                try (Connection connection = database.source().getConnection()) {
                    read(connection, first, first + PAGE - 1);
                }
            }
        });
        http(PAGES, "HTTP, page of 100", before -> EVENTS + "?limit=100&before=" + before);
        pages.compare("HTTP, page of 100", raw);
        http(
                PAGES,
                "HTTP, page of 100 by type",
                before -> EVENTS + "?limit=100&type=document.uploaded&before=" + before);
        http(PAGES, "HTTP, page of 100 by index key", before -> EVENTS + "?limit=100&index.shard=3&before=" + before);
        http(PAGES, "HTTP, page of 100 by entity", id -> EVENTS + "?limit=100&entityType=thing&entityId=t" + id % 50);
        http(SINGLES, "HTTP, by position", position -> EVENTS + "/at/" + position);

        String cursor = "raw cursor, whole ledger";
        streams.measure(cursor, 1, events, () -> () -> {
            try (Connection connection = database.source().getConnection()) {
                connection.setAutoCommit(false);
                read(connection, 1, events);
                connection.commit();
            }
        });
        streams.measure("HTTP, whole ledger as NDJSON", 1, events, () -> () -> {
            try (Wire wire = server.connect()) {
                require(200, wire.get(EVENTS + "?order=asc", "application/x-ndjson"));
            }
        });
        streams.compare("HTTP, whole ledger as NDJSON", cursor);
    }

    private void warmUp() throws Exception {
        http(WARM_UP_PAGES, "HTTP, page of 100", before -> EVENTS + "?limit=100&before=" + before);
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            round();
        }
    }

    private void http(int count, String name, LongFunction<String> path) throws Exception {
        pages.measure(name, 1, count, () -> {
            Wire wire = server.connect();
            return () -> {
                try (wire) {
                    for (int i = 0; i < count; i++) {
                        require(200, wire.get(path.apply(somewhere(PAGE) + PAGE), "application/json"));
                    }
                }
            };
        });
    }

    private long somewhere(int room) {
        return 1 + ThreadLocalRandom.current().nextLong(events - room);
    }

    private void read(Connection connection, long first, long last) throws SQLException {
        String sql = RANGE + (kind == Database.DERBY ? " WITH UR" : "");
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(BATCH);
            select.setLong(1, ledger.ledger().id().value());
            select.setLong(2, first);
            select.setLong(3, last);
            long read = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next() && row.getBytes(2).length > 0) {
                    read++;
                }
            }
            if (read != last - first + 1) {
                throw new IllegalStateException("Read " + read + " events");
            }
        }
    }

    private static void require(int status, Wire.Answer answer) throws IOException {
        if (answer.status() != status) {
            throw new IOException("Answered with " + answer.status());
        }
    }

    private static String event(int n) {
        return """
                {"type": "%s", "entity": {"type": "thing", "id": "t%d"}, "actor": {"type": "user", "id": "u%d"}, \
                 "payload": {"n": %d, "title": "Annual Report", "author": "Jane Smith", "tags": ["finance", "2024"]}, \
                 "indexBy": {"shard": %d, "only": "k%d"}, "metadata": {"ip": "192.168.1.1"}, "module": "m%d", \
                 "context": {"reason": "upload", "source": "web-portal", "sessionId": "s-1", "correlationId": "c-%d"}}""".formatted(
                n % 2 == 0 ? "session.touched" : "document.uploaded", n % 50, n % 200, n, n % 10, n, n % 7, n % 300);
    }
}
