package io.trove.entities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.filter.Tables;
import io.trove.ledger.Appending;
import io.trove.ledger.Bounds;
import io.trove.ledger.Caller;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.Rows;
import io.trove.ledger.TestLedger;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
class RebuildTest {

    private static final Folding FOLDING = Folding.builtIn("node");
    private static final Portion ALL = Portion.all(new Spread(2, 1));
    private static final Generation BUILT = new Generation(7, Optional.of("other"));

    @Parameter
    private Database kind;

    private FreshDatabase database;
    private TestLedger ledger;
    private Connection connection;
    private Tables tables;

    @BeforeEach
    void aLedger() throws Exception {
        database = FreshDatabase.of(kind);
        ledger = TestLedger.in(database.source(), Bounds.defaults(), RebuildTest::project);
        connection = database.source().getConnection();
        tables = kind.tables(connection, ledger.ledger().id());
    }

    private static void project(Appending batch) {
        new Naming().project(batch);
        new Generations().project(batch);
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
        database.close();
    }

    @Test
    void what_is_built_and_has_caught_up_is_what_is_followed_and_what_a_naive_fold_gives() throws Exception {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        List<String> events = new AnyHappenings(seed).events(150);
        long below = 1L + random.nextInt(events.size());
        var world = new NaiveWorld();
        append(events);
        events.forEach(event -> world.happen(Json.parse(event.getBytes(StandardCharsets.UTF_8))));
        TestReplays.follow(kind, connection, ledger);
        var spread = new Spread(3, seed);
        for (Portion portion : List.of(new Portion(spread, 0, 1), new Portion(spread, 1, 3))) {
            build(portion, below, random);
        }
        var rows = new StateRows(tables, BUILT.number());
        rows.beginAt(below);
        catchUp(ledger.size());
        for (EntityId entity : AnyHappenings.entities()) {
            assertEquals(
                    world.told(entity),
                    NaiveWorld.told(rows.find(entity).orElseThrow().state()),
                    "seed " + seed);
        }
        Comparing.Compared compared = compare(FOLDING, ledger.size());
        assertEquals(List.of(), compared.differences(), "seed " + seed);
        assertEquals(compared.place().live(), compared.place().built());
        assertEquals(new Inventory(tables, 0).count(), compared.place().compared());
    }

    @Test
    void states_are_compared_as_of_one_position_however_far_each_has_gone() throws Exception {
        long seed = new Random().nextLong();
        List<String> events = new AnyHappenings(seed).events(60);
        append(events.subList(0, 40));
        build(ALL, ledger.size(), new Random(seed));
        long below = ledger.size();
        assertEquals(List.of(), compare(FOLDING, below).differences(), "nothing is followed yet, seed " + seed);
        append(events.subList(40, 60));
        TestReplays.follow(kind, connection, ledger);
        assertEquals(List.of(), compare(FOLDING, below).differences(), "more is followed by now, seed " + seed);
    }

    @Test
    void what_another_fold_gives_is_named_and_counted() throws Exception {
        append(List.of(set("a", "{\"n\":1}"), set("b", "{\"n\":2}"), set("b", "{\"n\":3}"), set("c", "{\"n\":4}")));
        TestReplays.follow(kind, connection, ledger);
        var other = new Folding(
                event -> event.entity().filter(it -> it.id().equals("b")).map(it -> (state, each) -> Json.of("other")),
                "node");
        build(other, ALL, ledger.size(), new Random(1));
        Comparing.Compared compared = compare(other, ledger.size());
        assertEquals(1, compared.differences().size());
        assertEquals(
                Json.object(Map.of(
                        "entity", new EntityId("thing", "b").members(),
                        "version", 2,
                        "changes", List.of(Map.of("op", "replace", "path", "/state", "value", "other")))),
                Json.object(compared.differences().get(0)));
    }

    @Test
    void an_entity_with_more_events_than_a_pile_is_meant_for_is_built_too() throws Exception {
        var events = new ArrayList<String>();
        for (int i = 0; i < Spread.EVENTS_A_PILE + 10; i++) {
            events.add(set("b", "{\"n\":" + i + "}"));
        }
        events.addAll(List.of(set("a", "{\"n\":1}"), set("c", "{\"n\":2}")));
        append(events);
        build(ALL, ledger.size(), new Random(1));
        StateRows built = new StateRows(tables, BUILT.number());
        assertEquals(4, new Inventory(tables, BUILT.number()).count(), "the ledger is an entity too");
        assertEquals(
                Spread.EVENTS_A_PILE + 10,
                built.find(new EntityId("thing", "b")).orElseThrow().state().version());
    }

    @Test
    void an_event_that_names_many_is_folded_into_each_and_found_for_each_also_when_it_was_recorded_without_that()
            throws Exception {
        var members = new ArrayList<String>();
        for (int i = 0; i < 900; i++) {
            members.add("{\"guid\":\"m%d\",\"type\":\"individual\",\"note\":\"%s\"}".formatted(i, "x".repeat(100)));
        }
        append(List.of(
                "{\"type\":\"create-group\",\"entity\":{\"type\":\"group\",\"id\":\"g\"},\"payload\":{\"members\":["
                        + String.join(",", members) + "]}}"));
        try (var statement = connection.createStatement()) {
            assertEquals(900, statement.executeUpdate("DELETE FROM entity_naming WHERE entity_id <> 'm7'") + 1);
        }
        build(ALL, ledger.size(), new Random(1));
        var built = new StateRows(tables, BUILT.number());
        var without = TestReplays.withoutSnapshots(tables, FOLDING);
        for (String id : List.of("m0", "m7", "m899")) {
            var member = new EntityId("individual", id);
            assertEquals(1, built.find(member).orElseThrow().state().count());
            assertEquals(
                    built.find(member).orElseThrow().state(),
                    without.to(member, Bound.below(ledger.size())).state());
        }
    }

    @Test
    void a_switch_is_an_event_and_holds_from_its_commit_on_and_what_was_before_can_be_forgotten() throws Exception {
        append(List.of(set("a", "{\"n\":1}")));
        TestReplays.follow(kind, connection, ledger);
        build(ALL, ledger.size(), new Random(1));
        assertEquals(Generation.FIRST, Generations.live(tables, ledger.size()));
        assertEquals(Optional.empty(), Generations.previous(tables, ledger.size()));
        long before = ledger.size();
        ledger.append(Generations.switched(Caller.trove(), BUILT));
        assertEquals(BUILT, Generations.live(tables, ledger.size()));
        assertEquals(Generation.FIRST, Generations.live(tables, before));
        assertEquals(Optional.of(Generation.FIRST), Generations.previous(tables, ledger.size()));
        try (Rows mapped = Rows.of(database)) {
            var key = new GenerationRow.Key(ledger.ledger().id().value(), before);
            assertTrue(mapped.entities().find(GenerationRow.class, key).isOf(BUILT));
        }
        var clearing = new Clearing(tables, 0);
        assertEquals(2, clearing.next(), "the ledger is an entity too");
        assertEquals(0, clearing.next());
        assertEquals(0, new StateRows(tables, 0).followed());
        assertEquals(2, new Inventory(tables, BUILT.number()).count());
    }

    private void append(List<String> events) {
        for (int from = 0; from < events.size(); from += 500) {
            ledger.append(TestLedger.request(
                    null,
                    events.subList(from, Math.min(events.size(), from + 500)).toArray(String[]::new)));
        }
    }

    private static String set(String id, String payload) {
        return "{\"type\":\"thing.updated\",\"entity\":{\"type\":\"thing\",\"id\":\"%s\"},\"payload\":%s}"
                .formatted(id, payload);
    }

    private void build(Portion portion, long below, Random random) throws Exception {
        build(FOLDING, portion, below, random);
    }

    /** Step by step; now and then a server dies before what a step built is written, and another begins it anew. */
    private void build(Folding folding, Portion all, long below, Random random) throws Exception {
        Portion portion = all;
        while (portion.next() < portion.end()) {
            try (Laying laying = TestReplays.laid(tables, below, portion.spread())) {
                var building = new Building(tables, replay(folding, BUILT.number()), BUILT.number());
                Building.Built built = building.next(laying, portion);
                if (random.nextInt(3) > 0) {
                    building.write(connection);
                    portion = portion.from(built.next());
                }
            }
        }
    }

    private void catchUp(long size) throws SQLException {
        for (long at = 0; at < size; ) {
            at = new Stride(tables, replay(FOLDING, BUILT.number()), BUILT.number())
                    .below(size, 0)
                    .orElseThrow();
        }
    }

    private Comparing.Compared compare(Folding other, long below) throws SQLException {
        Replay live = replay(FOLDING, 0);
        var comparing = new Comparing(tables, Generation.FIRST, live, BUILT, replay(other, BUILT.number()), below);
        var differences = new ArrayList<Map<String, Object>>();
        Comparing.Compared at = comparing.next(Comparing.Place.BEGINNING);
        while (!at.ended()) {
            differences.addAll(at.differences());
            at = comparing.next(at.place());
        }
        return new Comparing.Compared(at.place(), differences, true);
    }

    private Replay replay(Folding folding, long generation) {
        return new Replay(
                new Past(tables, Past.Seen.everything()),
                folding,
                Optional.of(new Snapshots(tables, generation)),
                TestReplays.EVERY);
    }
}
