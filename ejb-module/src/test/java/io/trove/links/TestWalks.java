package io.trove.links;

import io.trove.filter.Tables;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.Head;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Lets tests of other packages walk a large graph: of which each event has two parents and eight references before it. */
public final class TestWalks {

    /** So many links has an event. */
    public static final int LINKS_EACH = 10;

    public static final int DEPTH = 6;

    private static final int PARENTS = 2;
    private static final int ROWS = 10_000;

    private final TestLinks links;
    private final FreshDatabase database;
    private final int events;
    private final Memory memory = new Memory(1L << 30);

    private TestWalks(FreshDatabase database, int events) {
        this.database = database;
        this.links = TestLinks.in(database);
        this.events = events;
    }

    /** A ledger with so many events, and their links' rows, as the projection writes them. */
    public static TestWalks in(FreshDatabase database, int events) throws SQLException {
        var walks = new TestWalks(database, events);
        for (int from = 1; from < events; from += 1_000) {
            walks.links.append(IntStream.range(from, Math.min(events, from + 1_000))
                    .mapToObj(i -> "{\"type\":\"a\"}")
                    .toArray(String[]::new));
        }
        walks.fill();
        return walks;
    }

    private void fill() throws SQLException {
        var random = new Random(1);
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO link (ledger_id, position, ordinal, type, source, target) VALUES (?, ?, ?, ?, ?, ?)")) {
                insert.setLong(1, ledger());
                for (int position = 1; position < events; position++) {
                    for (int i = 0; i < LINKS_EACH; i++) {
                        insert.setLong(2, position);
                        insert.setLong(3, i);
                        insert.setString(4, i < PARENTS ? "parent" : "reference");
                        insert.setLong(5, position);
                        insert.setLong(6, random.nextInt(position));
                        insert.addBatch();
                    }
                    if (position % (ROWS / LINKS_EACH) == 0) {
                        insert.executeBatch();
                        connection.commit();
                    }
                }
                insert.executeBatch();
                connection.commit();
            }
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement()) {
                if (io.trove.ledger.Database.of(connection).shared()) {
                    statement.execute("ANALYZE link");
                } else {
                    statement.execute("CALL SYSCS_UTIL.SYSCS_UPDATE_STATISTICS('TROVE', 'LINK', NULL)");
                }
            }
        }
    }

    public long ledger() {
        return links.ledger().ledger().id().value();
    }

    /** Reads the graph into memory; the bytes that it takes. */
    public long hold() {
        memory.reach(links.ledger().ledger(), head(), links.source());
        return memory.bytes();
    }

    private Head head() {
        return links.ledger().head();
    }

    private Question question(long start) {
        return new Question(start, Scope.of(Scope.Direction.OUT, Set.of("parent")), DEPTH, 10_000, events);
    }

    /** How many events a walk in the database reaches. */
    public int stored(Connection connection, long start) throws SQLException {
        Tables tables = io.trove.ledger.Database.of(connection)
                .tables(connection, links.ledger().ledger().id());
        return Footing.stored(tables)
                .walk()
                .walk(question(start), Seen.everything())
                .count();
    }

    /** How many events a walk in memory reaches. */
    public int held(long start) throws SQLException {
        Optional<Integer> count = memory.ask(
                links.ledger().ledger(),
                head(),
                events,
                (graph, names) -> new LevelWalk(graph)
                        .walk(question(start), Seen.everything())
                        .count());
        return count.orElseThrow();
    }

    /** The same with the names of the events and the edges between them, as an answer has them. */
    public int picture(long start) {
        Question question = question(start);
        return links.reading(tables ->
                        Walks.answer(memory, tables, links.ledger().ledger(), head(), question.before(), footing -> {
                            Walked walked = footing.walk().walk(question, Seen.everything());
                            return new Painting(footing, question.before(), Seen.everything())
                                    .of(walked, question.scope());
                        }))
                .nodes()
                .size();
    }
}
