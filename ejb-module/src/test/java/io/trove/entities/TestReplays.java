package io.trove.entities;

import io.trove.filter.Tables;
import io.trove.ledger.Appending;
import io.trove.ledger.Database;
import io.trove.ledger.TestLedger;
import io.trove.query.Statistics;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Replays as a server makes them, without the server. */
public final class TestReplays {

    static final int EVERY = 5;

    private static final int EVERY_DEFAULT = 50;
    private static final long LAYING_NANOS = 1_000_000;

    private TestReplays() {}

    /** What the append writes for entities. */
    public static Consumer<Appending> contributor() {
        return new Naming()::project;
    }

    /** Folds the state of an entity as it is now, with what is built in; how many events were folded for it. */
    public static int fold(Database kind, Connection connection, TestLedger ledger, String type, String id)
            throws SQLException {
        Tables tables = kind.tables(connection, ledger.ledger().id());
        var replay =
                new Replay(past(tables), Folding.builtIn("node"), Optional.of(new Snapshots(tables, 0)), EVERY_DEFAULT);
        return replay.to(new EntityId(type, id), Bound.below(ledger.size())).events();
    }

    /** Makes strides as a follower does, to the ledger's end. */
    public static void follow(Database kind, Connection connection, TestLedger ledger) throws SQLException {
        Tables tables = kind.tables(connection, ledger.ledger().id());
        var replay =
                new Replay(past(tables), Folding.builtIn("node"), Optional.of(new Snapshots(tables, 0)), EVERY_DEFAULT);
        long size = ledger.size();
        while (new Stride(tables, replay, 0).below(size, 1).orElseThrow() < size) {
            // each stride is one transaction
        }
    }

    static Replay withSnapshots(Tables tables, Folding folding) {
        return new Replay(past(tables), folding, Optional.of(new Snapshots(tables, 0)), EVERY);
    }

    static Replay withoutSnapshots(Tables tables, Folding folding) {
        return new Replay(past(tables), folding, Optional.empty(), EVERY);
    }

    private static Past past(Tables tables) {
        return new Past(tables, Past.Seen.everything());
    }

    /** Builds a generation of all states with so many hands, as a server's replay does; how many events were folded for it. */
    public static long build(Database kind, TestLedger ledger, List<Connection> hands, long generation)
            throws Exception {
        Tables tables = kind.tables(hands.get(0), ledger.ledger().id());
        Spread spread = Spread.over(ledger.size(), Statistics.bytes(tables, ledger.size()), generation);
        ExecutorService threads = Executors.newFixedThreadPool(hands.size());
        try (Laying laying = laid(tables, ledger.size(), spread)) {
            var parts = new ArrayList<Future<Long>>();
            for (int hand = 0; hand < hands.size(); hand++) {
                Connection connection = hands.get(hand);
                var portion = new Portion(
                        spread, hand * spread.piles() / hands.size(), (hand + 1) * spread.piles() / hands.size());
                parts.add(threads.submit(() -> build(kind, ledger, connection, laying, portion, generation)));
            }
            long events = 0;
            for (Future<Long> part : parts) {
                events += part.get();
            }
            return events;
        } finally {
            threads.shutdown();
        }
    }

    private static long build(
            Database kind, TestLedger ledger, Connection connection, Laying laying, Portion all, long generation)
            throws Exception {
        Tables tables = kind.tables(connection, ledger.ledger().id());
        var replay = new Replay(
                past(tables), Folding.builtIn("node"), Optional.of(new Snapshots(tables, generation)), EVERY_DEFAULT);
        long events = 0;
        Portion portion = all;
        while (portion.next() < portion.end()) {
            var building = new Building(tables, replay, generation);
            Building.Built built = building.next(laying, portion);
            connection.setAutoCommit(false);
            building.write(connection);
            connection.commit();
            connection.setAutoCommit(true);
            events += built.events();
            portion = portion.from(built.next());
        }
        return events;
    }

    /** Everything below a position on piles. */
    static Laying laid(Tables tables, long below, Spread spread) throws Exception {
        var laying = new Laying(Path.of("target", "piles"), spread, below);
        while (!laying.furtherOn(tables, System.nanoTime() + LAYING_NANOS)) {
            // it goes on from where it was
        }
        return laying;
    }
}
