package io.trove.entities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.filter.Tables;
import io.trove.ledger.Bounds;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.TestLedger;
import io.trove.query.Statistics;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Events and states of hundreds of thousands of bytes: never are many of them in memory at once. */
@ParameterizedClass
@EnumSource(Database.class)
@Tag("database")
class LargeStatesTest {

    private static final int ENTITIES = 30;
    private static final int LARGE = 500_000;
    private static final Folding FOLDING = Folding.builtIn("node");

    @Parameter
    private Database kind;

    private FreshDatabase database;
    private TestLedger ledger;
    private Connection connection;
    private Tables tables;

    @BeforeEach
    void aLedgerOfSmallAndLargeEvents() throws Exception {
        database = FreshDatabase.of(kind);
        ledger = TestLedger.in(database.source(), Bounds.defaults(), batch -> new Naming().project(batch));
        connection = database.source().getConnection();
        tables = kind.tables(connection, ledger.ledger().id());
        append("thing.created", 10);
        append("thing.updated", LARGE);
        append("thing.updated", 20);
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
        database.close();
    }

    private void append(String type, int bytes) throws Exception {
        for (int i = 0; i < ENTITIES; i++) {
            ledger.append("{\"type\":\"%s\",\"entity\":{\"type\":\"thing\",\"id\":\"%s\"},\"payload\":{\"a%d\":\"%s\"}}"
                    .formatted(type, id(i), bytes, "x".repeat(bytes)));
        }
    }

    private static String id(int i) {
        return "t%02d".formatted(i);
    }

    @Test
    void a_stride_goes_as_far_as_there_is_room_and_the_next_goes_on_to_the_same_states() throws Exception {
        assertTrue(strides() > 1, "the events are too large for one");
        append("thing.updated", 30);
        assertTrue(strides() > 1, "the events are small, and the states are too large for one");
        Replay replay = TestReplays.withoutSnapshots(tables, FOLDING);
        for (int i = 0; i < ENTITIES; i++) {
            var entity = new EntityId("thing", id(i));
            assertEquals(
                    replay.to(entity, Bound.below(ledger.size())).state(),
                    new StateRows(tables, 0).find(entity).orElseThrow().state());
        }
    }

    /** To the end of the ledger; how many it took. */
    private int strides() throws Exception {
        int strides = 0;
        for (long at = new StateRows(tables, 0).followed(); at < ledger.size(); strides++) {
            OptionalLong to = new Stride(tables, TestReplays.withSnapshots(tables, FOLDING), 0).below(ledger.size(), 1);
            assertTrue(to.getAsLong() > at);
            at = to.getAsLong();
        }
        return strides;
    }

    @Test
    void a_replay_holds_few_of_them_at_a_time_and_comes_to_the_same_states() throws Exception {
        strides();
        Spread spread = Spread.over(ledger.size(), Statistics.bytes(tables, ledger.size()), 3);
        assertTrue(spread.piles() > 1, "so few events, and so large, are on " + spread.piles());
        int steps = 0;
        try (Laying laid = TestReplays.laid(tables, ledger.size(), spread)) {
            Portion portion = Portion.all(spread);
            while (portion.next() < portion.end()) {
                var building = new Building(tables, TestReplays.withSnapshots(tables, FOLDING), 1);
                portion = portion.from(building.next(laid, portion).next());
                connection.setAutoCommit(false);
                building.write(connection);
                connection.commit();
                connection.setAutoCommit(true);
                steps++;
            }
        }
        assertTrue(steps > 1, "the events are too large for one step");
        for (int i = 0; i < ENTITIES; i++) {
            var entity = new EntityId("thing", id(i));
            assertEquals(
                    new StateRows(tables, 0).find(entity).orElseThrow().state(),
                    new StateRows(tables, 1).find(entity).orElseThrow().state());
        }
    }

    @Test
    void many_snapshots_of_a_large_state_are_kept_all_of_them() throws Exception {
        for (int i = 0; i < 7; i++) {
            append("thing.updated", 10);
        }
        strides();
        assertEquals(ENTITIES * (10 / TestReplays.EVERY), snapshots());
    }

    private int snapshots() throws Exception {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("SELECT COUNT(*) FROM entity_snapshot")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void large_states_come_page_after_page_each_once_and_the_last_page_says_so() throws Exception {
        strides();
        var ids = new ArrayList<String>();
        StatePage page = new StateRows(tables, 0).ofType("thing", "", 1_000);
        while (!page.isLast()) {
            assertFalse(page.states().isEmpty());
            assertTrue(
                    page.states().size() < ENTITIES / 2,
                    "so many at once: " + page.states().size());
            page.states().forEach(each -> ids.add(each.state().entity().id()));
            page = new StateRows(tables, 0).ofType("thing", ids.get(ids.size() - 1), 1_000);
        }
        page.states().forEach(each -> ids.add(each.state().entity().id()));
        assertEquals(IntStream.range(0, ENTITIES).mapToObj(LargeStatesTest::id).toList(), ids);
    }

    @Test
    void the_large_events_of_an_entity_come_run_after_run() throws Exception {
        var entity = new EntityId("thing", "t07");
        for (int i = 0; i < 20; i++) {
            ledger.append(
                    "{\"type\":\"thing.updated\",\"entity\":{\"type\":\"thing\",\"id\":\"t07\"},\"payload\":{\"b\":\"%s\"}}"
                            .formatted("y".repeat(LARGE)));
        }
        var past = new Past(tables, Past.Seen.everything());
        var versions = new ArrayList<Long>();
        Past.Run run = past.after(entity, -1, ledger.size(), 128);
        while (!run.isWhole()) {
            assertTrue(
                    run.events().size() < 15, "so many at once: " + run.events().size());
            run.events().forEach(each -> versions.add(each.version().orElseThrow()));
            run = past.after(entity, run.end() - 1, ledger.size(), 128);
        }
        run.events().forEach(each -> versions.add(each.version().orElseThrow()));
        assertEquals(IntStream.rangeClosed(1, 23).mapToObj(Long::valueOf).toList(), versions);
    }
}
