package io.trove.entities;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.event.Times;
import io.trove.filter.Tables;
import io.trove.ledger.Append;
import io.trove.ledger.Bounds;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.TestLedger;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
class ReplayTest {

    private static final Folding FOLDING = Folding.builtIn("node");

    private static final int MANY = 100_000;

    @Parameter
    private Database kind;

    private FreshDatabase database;

    @BeforeEach
    void aDatabase() {
        database = FreshDatabase.of(kind);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_replay_gives_what_a_naive_fold_gives_at_every_position_with_and_without_snapshots() throws Exception {
        compare(new Random().nextLong(), 50);
    }

    private void compare(long seed, int count) throws SQLException {
        TestLedger ledger = ledger();
        List<String> events = new AnyHappenings(seed).events(count);
        append(ledger, events, new Random(seed));
        var world = new NaiveWorld();
        try (Connection connection = database.source().getConnection()) {
            Tables tables = kind.tables(connection, ledger.ledger().id());
            Replay with = TestReplays.withSnapshots(tables, FOLDING);
            Replay without = TestReplays.withoutSnapshots(tables, FOLDING);
            for (int i = 0; i < count; i++) {
                world.happen(Json.parse(events.get(i).getBytes(StandardCharsets.UTF_8)));
                Bound bound = Bound.below(i + 2L);
                for (EntityId entity : AnyHappenings.entities()) {
                    String where = "seed %d, %s at %d after %s".formatted(seed, entity, i + 1, events.get(i));
                    State plain = without.to(entity, bound).state();
                    assertEquals(world.told(entity), NaiveWorld.told(plain), where);
                    assertEquals(plain, with.to(entity, bound).state(), where);
                    byte[] kept = plain.canonical();
                    assertArrayEquals(kept, Json.parse(kept).canonical(), where);
                    assertEquals(plain, State.read(Json.kept(kept)), where);
                    assertEquals(
                            "node:" + plain.version(),
                            plain.version() == 0 ? "node:0" : plain.vector().toString());
                }
            }
        }
    }

    @Test
    void a_state_far_along_reads_fewer_events_than_lie_between_two_snapshots() throws Exception {
        TestLedger ledger = ledger();
        var entity = new EntityId("counter", "c");
        var events = new ArrayList<String>();
        for (int i = 0; i < 500; i++) {
            events.add(
                    "{\"type\":\"counter.updated\",\"entity\":{\"type\":\"counter\",\"id\":\"c\"},\"payload\":{\"n\":"
                            + i + "}}");
        }
        append(ledger, events, new Random(7));
        try (Connection connection = database.source().getConnection()) {
            Replay replay = TestReplays.withSnapshots(
                    kind.tables(connection, ledger.ledger().id()), FOLDING);
            assertEquals(500, replay.to(entity, Bound.below(ledger.size())).events());
            for (long ceiling : List.of(501L, 500L, 333L, 52L, 2L)) {
                Replay.Folded again = replay.to(entity, Bound.below(ceiling));
                assertTrue(again.events() < TestReplays.EVERY, "read " + again.events());
                assertEquals(
                        ceiling - 2,
                        again.state().data().member("n").orElseThrow().integer().orElseThrow());
            }
            Replay.Folded version = replay.to(entity, Bound.below(ledger.size()).ofVersion(123));
            assertEquals(123, version.state().version());
            assertTrue(version.events() < TestReplays.EVERY);
            assertEquals("node:120", version.state().ancestor().toString());
        }
    }

    @Test
    void of_an_entity_with_many_events_no_more_rows_are_read_than_lie_between_two_snapshots() throws Exception {
        TestLedger ledger = ledger();
        var entity = new EntityId("counter", "c");
        for (int from = 0; from < MANY; from += 1_000) {
            ledger.append(TestLedger.request(
                    null,
                    IntStream.range(from, from + 1_000)
                            .mapToObj(i ->
                                    "{\"type\":\"counter.updated\",\"entity\":{\"type\":\"counter\",\"id\":\"c\"},\"payload\":{\"n\":"
                                            + i + "}}")
                            .toArray(String[]::new)));
        }
        try (Connection connection = database.source().getConnection()) {
            assertEquals(MANY + 1, TestReplays.build(kind, ledger, List.of(connection), 0));
            var counted = new CountedRows(connection, "document");
            Tables tables = kind.tables(counted.connection(), ledger.ledger().id());
            Replay replay = new Replay(
                    new Past(tables, Past.Seen.everything()), FOLDING, Optional.of(new Snapshots(tables, 0)), 50);
            for (long ceiling : List.of(2L, 51L, 52L, 1_234L, MANY / 2L, MANY + 0L, MANY + 1L)) {
                long before = counted.rows();
                State state = replay.to(entity, Bound.below(ceiling)).state();
                assertEquals(ceiling - 1, state.version());
                assertTrue(counted.rows() - before <= 50, "read " + (counted.rows() - before));
            }
        }
    }

    @Test
    void a_time_of_creation_leaves_out_what_was_created_later_and_keeps_no_snapshot_of_that() throws Exception {
        TestLedger ledger = ledger();
        var entity = new EntityId("counter", "c");
        for (int i = 0; i < 12; i++) {
            ledger.append(
                    "{\"type\":\"counter.updated\",\"createdAt\":\"2024-01-%02dT00:00:00Z\",".formatted(1 + i * 5 % 12)
                            + "\"entity\":{\"type\":\"counter\",\"id\":\"c\"},\"payload\":{\"n" + i + "\":" + i + "}}");
        }
        try (Connection connection = database.source().getConnection()) {
            Replay replay = TestReplays.withSnapshots(
                    kind.tables(connection, ledger.ledger().id()), FOLDING);
            long third = Times.micros("2024-01-03T00:00:00Z");
            Bound then = Bound.below(ledger.size()).createdUntil(third);
            for (int times = 0; times < 2; times++) {
                assertEquals(
                        "{\"n0\":0,\"n10\":10,\"n5\":5}",
                        replay.to(entity, then).state().data().toString());
                assertEquals(
                        12,
                        replay.to(entity, Bound.below(ledger.size()))
                                .state()
                                .data()
                                .members()
                                .size());
            }
        }
    }

    @Test
    void what_is_not_seen_is_not_folded() throws Exception {
        TestLedger ledger = ledger();
        for (String name : List.of("a", "b", "c")) {
            ledger.append(
                    "{\"type\":\"thing.updated\",\"entity\":{\"type\":\"thing\",\"id\":\"t\"},\"payload\":{\"%s\":1,\"secret\":2}}"
                            .formatted(name));
        }
        try (Connection connection = database.source().getConnection()) {
            Tables tables = kind.tables(connection, ledger.ledger().id());
            var replay = new Replay(new Past(tables, new HalfBlind()), FOLDING, Optional.empty(), TestReplays.EVERY);
            State state = replay.to(new EntityId("thing", "t"), Bound.below(ledger.size()))
                    .state();
            assertEquals("{\"a\":1,\"c\":1}", state.data().toString());
            assertEquals(3, state.version());
            assertEquals(2, state.count());
        }
    }

    /** Sees no event at 2, and of the others no secret. */
    private static final class HalfBlind implements Past.Seen {

        @Override
        public Set<Long> among(Collection<Long> positions) {
            return positions.stream().filter(each -> each != 2).collect(Collectors.toSet());
        }

        @Override
        public Json shown(Json document) {
            Map<String, Json> payload =
                    new TreeMap<>(document.member("payload").orElseThrow().members());
            payload.remove("secret");
            Map<String, Object> members = new TreeMap<>(document.members());
            members.put("payload", payload);
            return Json.object(members);
        }
    }

    private TestLedger ledger() {
        return TestLedger.in(database.source(), Bounds.defaults(), new Naming()::project);
    }

    private static void append(TestLedger ledger, List<String> events, Random random) {
        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(20));
            ledger.append(Append.of(
                    events.subList(from, to).stream().map(TestLedger::draft).toList()));
            from = to;
        }
    }
}
