package io.trove.entities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.trove.event.Json;
import io.trove.filter.Tables;
import io.trove.ledger.Appending;
import io.trove.ledger.Bounds;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.Rows;
import io.trove.ledger.TestLedger;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
@Tag("database")
class StrideTest {

    private static final Folding FOLDING = Folding.builtIn("node");

    /** A fold that fails at what is no number. */
    private static final Folding SUMS = new Folding(
            event -> event.type().equals("sum.added") ? Optional.of(StrideTest::sum) : Optional.empty(), "node");

    @Parameter
    private Database kind;

    private FreshDatabase database;
    private TestLedger ledger;
    private Connection connection;
    private Tables tables;

    @BeforeEach
    void aLedger() throws Exception {
        database = FreshDatabase.of(kind);
        ledger = TestLedger.in(database.source(), Bounds.defaults(), StrideTest::project);
        connection = database.source().getConnection();
        tables = kind.tables(connection, ledger.ledger().id());
    }

    private static void project(Appending batch) {
        new Naming().project(batch);
        new CommandEvents().project(batch);
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
        database.close();
    }

    @Test
    void the_states_that_are_kept_are_those_of_a_naive_fold_however_far_each_stride_goes() throws Exception {
        long seed = new Random().nextLong();
        List<String> events = new AnyHappenings(seed).events(120);
        var world = new NaiveWorld();
        var random = new Random(seed);
        for (String event : events) {
            ledger.append(event);
            world.happen(Json.parse(event.getBytes(StandardCharsets.UTF_8)));
            if (random.nextInt(10) == 0) {
                stride(FOLDING, ledger.size());
            }
        }
        assertEquals(OptionalLong.of(ledger.size()), stride(FOLDING, ledger.size()));
        for (EntityId entity : AnyHappenings.entities()) {
            State kept = new StateRows(tables, 0).find(entity).orElseThrow().state();
            assertEquals(world.told(entity), NaiveWorld.told(kept), "seed " + seed);
            Replay replay = TestReplays.withoutSnapshots(tables, FOLDING);
            assertEquals(replay.to(entity, Bound.below(ledger.size())).state(), kept, "seed " + seed);
        }
    }

    @Test
    void a_server_whose_lease_was_taken_over_writes_nothing() throws Exception {
        ledger.append(added("a", "1"));
        assertEquals(OptionalLong.of(2), stride(SUMS, 2, 7));
        ledger.append(added("a", "2"));
        assertEquals(OptionalLong.empty(), stride(SUMS, 3, 6));
        assertEquals("1", sum("a").state().data().toString());
        assertEquals(OptionalLong.of(3), stride(SUMS, 3, 7));
        assertEquals("3", sum("a").state().data().toString());
    }

    @Test
    void an_event_that_a_fold_fails_at_parks_its_entity_until_it_is_skipped_and_stops_no_other() throws Exception {
        ledger.append(added("a", "1"));
        ledger.append(added("a", "\"many\""));
        ledger.append(added("b", "5"));
        ledger.append(added("a", "2"));
        stride(SUMS, ledger.size());
        assertEquals("1", sum("a").state().data().toString());
        assertEquals(new Parked(2, "no number"), sum("a").parked().orElseThrow());
        assertEquals("5", sum("b").state().data().toString());
        assertEquals(List.of(sum("a")), parked(2));
        ledger.append("{\"type\":\"entity.retried\",\"entity\":{\"type\":\"sum\",\"id\":\"a\"},\"payload\":{}}");
        stride(SUMS, ledger.size());
        assertEquals(2, sum("a").parked().orElseThrow().position());
        ledger.append("{\"type\":\"entity.skipped\",\"entity\":{\"type\":\"sum\",\"id\":\"a\"},"
                + "\"payload\":{\"position\":2,\"reason\":\"It was no number\"}}");
        stride(SUMS, ledger.size());
        assertEquals("3", sum("a").state().data().toString());
        assertTrue(sum("a").parked().isEmpty());
        assertEquals(List.of(), parked(2));
        assertEquals(
                sum("a").state(),
                TestReplays.withoutSnapshots(tables, SUMS)
                        .to(new EntityId("sum", "a"), Bound.below(ledger.size()))
                        .state());
    }

    @Test
    void those_that_are_parked_are_found_page_after_page_though_one_event_parked_several() throws Exception {
        var rows = new StateRows(tables, 0);
        rows.insert(List.of(parked("b", 2), parked("c", 1), parked("a", 2), parked("d", 2)));
        for (int limit = 1; limit < 6; limit++) {
            assertEquals(List.of(sum("c"), sum("a"), sum("b"), sum("d")), parked(limit), "pages of " + limit);
        }
        rows.moveOn(0, 3, 1, List.of(sum("b").after(sum("b").state(), Optional.empty())));
        assertEquals(List.of(sum("c"), sum("a"), sum("d")), parked(2));
    }

    private static StateRows.Kept parked(String sum, long position) {
        StateRows.Kept kept = StateRows.Kept.of(new EntityId("sum", sum));
        return kept.after(kept.state(), Optional.of(new Parked(position, "no number")));
    }

    @Test
    void a_guid_that_names_a_group_makes_no_individual_of_that_name() throws Exception {
        ledger.append("{\"type\":\"create-group\",\"entity\":{\"type\":\"group\",\"id\":\"g\"},"
                + "\"payload\":{\"members\":[{\"guid\":\"m\",\"type\":\"group\"}]}}");
        ledger.append("{\"type\":\"remove-member\",\"entity\":{\"type\":\"group\",\"id\":\"g\"},"
                + "\"payload\":{\"memberId\":\"m\"}}");
        stride(FOLDING, ledger.size());
        var rows = new StateRows(tables, 0);
        assertEquals(
                2, rows.find(new EntityId("group", "m")).orElseThrow().state().count());
        var never = new EntityId("individual", "m");
        assertEquals(Optional.empty(), rows.find(never));
        Replay replay = TestReplays.withSnapshots(tables, FOLDING);
        assertEquals(Optional.empty(), Entities.look(replay, never, Bound.below(ledger.size())));
        replay.on(State.before(never), Bound.below(ledger.size()), (before, event, after) -> fail("is told of it"));
    }

    @Test
    void the_rows_that_sql_writes_are_the_rows_that_jakarta_persistence_reads() throws Exception {
        for (int i = 0; i < TestReplays.EVERY; i++) {
            ledger.append(added("a", i == 4 ? "\"many\"" : "1"));
            ledger.append(added("b", "1"));
        }
        ledger.append("{\"type\":\"entity.linked\",\"entity\":{\"type\":\"sum\",\"id\":\"a\"},"
                + "\"payload\":{\"type\":\"of\",\"target\":{\"type\":\"thing\",\"id\":\"t\"}}}");
        ledger.append(
                "{\"type\":\"entity.skipped\",\"entity\":{\"type\":\"sum\",\"id\":\"b\"},\"payload\":{\"position\":1,\"reason\":\"r\"}}");
        ledger.append(
                "{\"type\":\"command.registered\",\"entity\":{\"type\":\"command\",\"id\":\"c\"},\"payload\":{}}");
        stride(SUMS, 12);
        stride(SUMS, ledger.size());
        try (Rows mapped = Rows.of(database)) {
            var rows = mapped.entities();
            long id = ledger.ledger().id().value();
            assertTrue(rows.find(StateRow.class, new StateRow.Key(id, 0, "a", "sum"))
                    .isOf(sum("a").state(), sum("a").parked()));
            assertTrue(rows.find(ProgressRow.class, new ProgressRow.Key(id, 0)).isAt(ledger.size(), 1));
            State fifth = new Snapshots(tables, 0)
                    .newest(new EntityId("sum", "b"), Bound.below(11))
                    .orElseThrow();
            assertTrue(rows.find(SnapshotRow.class, new SnapshotRow.Key(id, 0, "b", "sum", 10))
                    .isOf(fifth));
            assertEquals(
                    new EntityId("thing", "t"),
                    rows.find(NamingRow.class, new NamingRow.Key(id, "t", "thing", 11))
                            .entity());
            assertEquals(
                    1,
                    rows.find(SkipRow.class, new SkipRow.Key(id, "b", "sum", 1, 12))
                            .skipped());
            Parked parked = sum("a").parked().orElseThrow();
            assertEquals(
                    parked.position(),
                    rows.find(ParkedRow.class, new ParkedRow.Key(id, 0, parked.position(), "sum", "a"))
                            .position());
            assertEquals(
                    13,
                    rows.find(HandlerRow.class, new HandlerRow.Key(id, "c", 13)).position());
        }
    }

    private OptionalLong stride(Folding folding, long size) throws Exception {
        return stride(folding, size, 1);
    }

    private OptionalLong stride(Folding folding, long size, long fence) throws Exception {
        return new Stride(tables, TestReplays.withSnapshots(tables, folding), 0).below(size, fence);
    }

    /** Page after page of so many. */
    private List<StateRows.Kept> parked(int limit) throws Exception {
        var found = new ArrayList<StateRows.Kept>();
        var place = ParkedRows.Place.of("");
        while (true) {
            StatePage page = new ParkedRows(tables, 0).behind(place, limit);
            found.addAll(page.states());
            if (page.isLast()) {
                return found;
            }
            StateRows.Kept last = page.states().get(page.states().size() - 1);
            String text = ParkedRows.Place.of(
                            last.state().entity(), last.parked().orElseThrow())
                    .text();
            place = ParkedRows.Place.of(text);
        }
    }

    private StateRows.Kept sum(String id) throws Exception {
        return new StateRows(tables, 0).find(new EntityId("sum", id)).orElseThrow();
    }

    private static Json sum(Json state, Json event) {
        Json added = event.member("payload").orElseThrow();
        if (!added.isNumber()) {
            throw new FoldFailed("no number");
        }
        return Json.of(state.integer().orElse(0) + added.integer().orElseThrow());
    }

    private static String added(String sum, String payload) {
        return "{\"type\":\"sum.added\",\"entity\":{\"type\":\"sum\",\"id\":\"%s\"},\"payload\":%s}"
                .formatted(sum, payload);
    }
}
