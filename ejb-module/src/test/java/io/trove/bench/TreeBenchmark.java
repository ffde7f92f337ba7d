package io.trove.bench;

import io.trove.integrity.TestGrowth;
import io.trove.ledger.Append;
import io.trove.ledger.Bounds;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.TestLedger;
import io.trove.query.TestIndexing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * What the tree costs an append, what a proof costs, and what an audit costs against reading and hashing the same bytes:
 * {@code TreeBenchmark rounds events}.
 */
public final class TreeBenchmark {

    private static final int CALLERS = 4;
    private static final int BATCH = 100;
    private static final int EVENTS_EACH = 4_000;
    private static final int PROOFS = 500;
    private static final int WARM_EVENTS = 1_000_000;

    /** The first so many of these are bytes, the others text and numbers. */
    private static final int BYTES = 3;

    private static final String AUDITED =
            "document, seed, digest, position, event_id, event_version, type, entity_type,"
                    + " entity_id, entity_version, actor_type, actor_id, producer, schema_id, schema_version, created_at, recorded_at";

    private final Database kind;
    private final FreshDatabase database;
    private final TestLedger without;
    private final TestLedger with;
    private final Rounds rounds = new Rounds();
    private int turn;

    private TreeBenchmark(Database kind, FreshDatabase database) {
        this.kind = kind;
        this.database = database;
        this.without = TestLedger.in(database.source(), Bounds.defaults(), TestIndexing.contributor());
        this.with = TestLedger.in(
                database.source(), Bounds.defaults(), TestIndexing.contributor().andThen(TestGrowth.contributor()));
    }

    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[0]);
        int events = Integer.parseInt(arguments[1]);
        for (Database kind : Database.values()) {
            try (FreshDatabase database = FreshDatabase.of(kind)) {
                var benchmark = new TreeBenchmark(kind, database);
                benchmark.growth();
                benchmark.rounds.begin();
                for (int i = 0; i < count; i++) {
                    benchmark.growth();
                }
                while (benchmark.with.size() < events) {
                    benchmark.with.append(request());
                }
                benchmark.warm();
                for (int i = 0; i < count; i++) {
                    benchmark.reading();
                }
                benchmark.rounds.print(kind + ": the tree, with " + benchmark.with.size() + " events", "a second");
            }
        }
    }

    /** Who comes second finds another disk than who comes first, so they take turns. */
    private void growth() throws Exception {
        boolean withFirst = turn++ % 2 == 1;
        for (boolean grown : new boolean[] {withFirst, !withFirst}) {
            String name = "append, batches of 100, " + (grown ? "with" : "without") + " the tree";
            rounds.measure(name, CALLERS, EVENTS_EACH, () -> appending(grown ? with : without));
        }
        rounds.compare("append, batches of 100, with the tree", "append, batches of 100, without the tree");
    }

    private void reading() throws Exception {
        rounds.measure("inclusion proof from tiles", 1, PROOFS, () -> this::prove);
        rounds.measure("read and hash the documents", 1, with.size(), () -> () -> readAndHash("document"));
        rounds.measure("read and hash what an audit reads of events", 1, with.size(), () -> () -> readAndHash(AUDITED));
        rounds.measure("audit", 1, with.size(), () -> this::audit);
        rounds.compare("audit", "read and hash the documents");
        rounds.compare("audit", "read and hash what an audit reads of events");
    }

    private static Rounds.Measured appending(TestLedger ledger) {
        List<Append> requests =
                IntStream.range(0, EVENTS_EACH / BATCH).mapToObj(i -> request()).toList();
        return Rounds.each(requests, ledger::append);
    }

    /** As a server is that has been running for a while; a first audit is compiled while it runs. */
    private void warm() throws Exception {
        for (long seen = 0; seen < WARM_EVENTS; seen += with.size()) {
            prove();
            readAndHash("document");
            readAndHash(AUDITED);
            audit();
        }
    }

    private void prove() throws Exception {
        for (int i = 0; i < PROOFS; i++) {
            try (Connection connection = database.source().getConnection()) {
                TestGrowth.tree(kind, connection, with)
                        .inclusion(ThreadLocalRandom.current().nextLong(with.size()));
            }
        }
    }

    private void readAndHash(String columns) throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        try (Connection connection = database.source().getConnection()) {
            for (long from = 0; from < with.size(); from += 1_024) {
                try (PreparedStatement select = connection.prepareStatement("SELECT " + columns
                        + " FROM event WHERE ledger_id = ? AND position BETWEEN ? AND ? ORDER BY position")) {
                    select.setLong(1, with.ledger().id().value());
                    select.setLong(2, from);
                    select.setLong(3, from + 1_023);
                    try (ResultSet row = select.executeQuery()) {
                        int last = row.getMetaData().getColumnCount();
                        while (row.next()) {
                            for (int column = 1; column <= BYTES && column <= last; column++) {
                                sha256.update(row.getBytes(column));
                            }
                            for (int column = BYTES + 1; column <= last; column++) {
                                sha256.update(
                                        String.valueOf(row.getString(column)).getBytes(StandardCharsets.UTF_8));
                            }
                            sha256.digest();
                        }
                    }
                }
            }
        }
    }

    private void audit() throws Exception {
        try (Connection connection = database.source().getConnection()) {
            if (TestGrowth.audit(database.source(), kind, connection, with) != 0) {
                throw new IllegalStateException("The audit found what nobody did");
            }
        }
    }

    private static Append request() {
        String[] events = IntStream.range(0, BATCH)
                .mapToObj(i -> """
                        {"type": "document.uploaded", "createdAt": "2024-03-15T10:30:00Z", "producer": "web-api", \
                         "entity": {"type": "document", "id": "doc-%d"}, "actor": {"type": "user", "id": "jane", "role": "editor"}, \
                         "payload": {"title": "Annual Report", "author": "Jane Smith", "pages": 120, "tags": ["finance", "2024"]}, \
                         "indexBy": {"author": "Jane Smith"}, "metadata": {"ip": "192.168.1.1"}}""".formatted(ThreadLocalRandom.current().nextInt(2_000)))
                .toArray(String[]::new);
        return TestLedger.request(null, events);
    }
}
