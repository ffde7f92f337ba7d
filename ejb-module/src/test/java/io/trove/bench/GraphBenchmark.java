package io.trove.bench;

import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.links.TestWalks;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Walks of depth 6 among a million links, against the same walk over an adjacency list, in a recursive query and level by
 * level, each written by hand: {@code GraphBenchmark rounds events}.
 */
public final class GraphBenchmark {

    private static final int WALKS = 300;
    private static final int QUICK_WALKS = 20_000;
    private static final int IN_MAX = 64;

    private static final String RECURSIVE = """
            WITH RECURSIVE walk (node, distance) AS (
              SELECT ?::bigint, 0
               UNION
              SELECT link.target, walk.distance + 1
                FROM walk
                JOIN link ON link.ledger_id = ? AND link.source = walk.node AND link.type = 'parent'
               WHERE walk.distance < 6
            )
            SELECT node, MIN(distance) FROM walk GROUP BY node""";

    private static final String LEVEL = """
            SELECT link.target
              FROM --DERBY-PROPERTIES joinOrder=FIXED
                   (VALUES (CAST(? AS BIGINT))%s) AS asked (node)
              JOIN link --DERBY-PROPERTIES index=link_out, joinStrategy=NESTEDLOOP
                ON link.ledger_id = ?
               AND link.source = asked.node
               AND link.type = 'parent'""".formatted(", (CAST(? AS BIGINT))".repeat(IN_MAX - 1));

    private final Database kind;
    private final FreshDatabase database;
    private final TestWalks walks;
    private final int events;
    private final List<int[]> parents;
    private final Rounds rounds = new Rounds();

    private GraphBenchmark(Database kind, FreshDatabase database, int events) throws SQLException {
        this.kind = kind;
        this.database = database;
        this.events = events;
        this.walks = TestWalks.in(database, events);
        this.parents = parents();
    }

    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[0]);
        int events = Integer.parseInt(arguments[1]);
        for (Database kind : Database.values()) {
            try (FreshDatabase database = FreshDatabase.of(kind)) {
                var benchmark = new GraphBenchmark(kind, database, events);
                long begun = System.nanoTime();
                long bytes = benchmark.walks.hold();
                System.out.printf(
                        "%n%s: read into memory in %d ms, %d MiB%n",
                        kind, (System.nanoTime() - begun) / 1_000_000, bytes >> 20);
                benchmark.agree();
                benchmark.round();
                benchmark.rounds.begin();
                for (int i = 0; i < count; i++) {
                    benchmark.round();
                }
                benchmark.rounds.print(
                        kind + ": walks of depth " + TestWalks.DEPTH + " among " + (long) events * TestWalks.LINKS_EACH
                                + " links",
                        "a second");
            }
        }
    }

    private void round() throws Exception {
        String byHand = kind == Database.POSTGRESQL ? "recursive query by hand" : "level by level by hand";
        rounds.measure(byHand, 1, WALKS, () -> () -> {
            for (long start : starts(WALKS)) {
                byHand(start);
            }
        });
        rounds.measure("walk in the database", 1, WALKS, () -> () -> {
            for (long start : starts(WALKS)) {
                try (Connection connection = database.source().getConnection()) {
                    walks.stored(connection, start);
                }
            }
        });
        rounds.measure("walk in memory", 1, QUICK_WALKS, () -> () -> {
            for (long start : starts(QUICK_WALKS)) {
                walks.held(start);
            }
        });
        rounds.measure("walk in memory, with names and edges", 1, QUICK_WALKS, () -> () -> {
            for (long start : starts(QUICK_WALKS)) {
                walks.picture(start);
            }
        });
        rounds.measure("adjacency list", 1, QUICK_WALKS, () -> () -> {
            for (long start : starts(QUICK_WALKS)) {
                overList((int) start);
            }
        });
        rounds.compare("walk in the database", byHand);
        rounds.compare("walk in memory", byHand);
        rounds.compare("walk in memory, with names and edges", byHand);
        rounds.compare("walk in memory", "adjacency list");
    }

    /** Every way reaches the same number of events. */
    private void agree() throws Exception {
        for (long start : starts(50)) {
            int expected = overList((int) start);
            try (Connection connection = database.source().getConnection()) {
                List<Integer> counts = List.of(
                        byHand(start), walks.stored(connection, start), walks.held(start), walks.picture(start));
                if (!Collections.nCopies(4, expected).equals(counts)) {
                    throw new IllegalStateException(start + ": " + expected + " but " + counts);
                }
            }
        }
    }

    private List<Long> starts(int count) {
        var random = new Random(2);
        var starts = new ArrayList<Long>(count);
        for (int i = 0; i < count; i++) {
            starts.add(events / 2L + random.nextInt(events / 2));
        }
        return starts;
    }

    private int byHand(long start) throws SQLException {
        try (Connection connection = database.source().getConnection()) {
            return kind == Database.POSTGRESQL ? recursive(connection, start) : levels(connection, start);
        }
    }

    private int recursive(Connection connection, long start) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(RECURSIVE)) {
            select.setLong(1, start);
            select.setLong(2, walks.ledger());
            int count = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    count++;
                }
            }
            return count;
        }
    }

    private int levels(Connection connection, long start) throws SQLException {
        Set<Long> reached = new LinkedHashSet<>(List.of(start));
        List<Long> level = List.of(start);
        try (PreparedStatement select = connection.prepareStatement(LEVEL)) {
            select.setLong(IN_MAX + 1, walks.ledger());
            for (int depth = 0; depth < TestWalks.DEPTH; depth++) {
                var next = new ArrayList<Long>();
                for (int from = 0; from < level.size(); from += IN_MAX) {
                    for (int i = 0; i < IN_MAX; i++) {
                        select.setLong(1 + i, from + i < level.size() ? level.get(from + i) : -1);
                    }
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            if (reached.add(row.getLong(1))) {
                                next.add(row.getLong(1));
                            }
                        }
                    }
                }
                level = next;
            }
        }
        return reached.size();
    }

    private int overList(int start) {
        Set<Integer> reached = new LinkedHashSet<>(List.of(start));
        List<Integer> level = List.of(start);
        for (int depth = 0; depth < TestWalks.DEPTH; depth++) {
            var next = new ArrayList<Integer>();
            for (int node : level) {
                for (int parent : parents.get(node)) {
                    if (reached.add(parent)) {
                        next.add(parent);
                    }
                }
            }
            level = next;
        }
        return reached.size();
    }

    private List<int[]> parents() throws SQLException {
        var all = new ArrayList<int[]>(Collections.nCopies(events, new int[0]));
        try (Connection connection = database.source().getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT source, target FROM link WHERE ledger_id = ? AND type = 'parent'")) {
            select.setLong(1, walks.ledger());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    int source = row.getInt(1);
                    int[] before = all.get(source);
                    int[] more = java.util.Arrays.copyOf(before, before.length + 1);
                    more[before.length] = row.getInt(2);
                    all.set(source, more);
                }
            }
        }
        return all;
    }
}
