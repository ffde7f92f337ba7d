package io.trove.ledger;

import static io.trove.ledger.TestLedger.draft;
import static io.trove.ledger.TestLedger.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.filter.Extent;
import io.trove.filter.Filter;
import io.trove.query.TestIndexing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
class UnlessTest {

    private static final String RESERVED =
            "{\"type\":\"seat.reserved\",\"entity\":{\"id\":\"%s\"},\"indexBy\":{\"show\":\"%s\"}}";
    private static final Bounds FORGETFUL = TestLedger.remembering(1);

    @Parameter
    private Database kind;

    private FreshDatabase database;
    private TestLedger ledger;

    @BeforeEach
    void aLedger() {
        database = FreshDatabase.of(kind);
        ledger = TestLedger.in(database.source(), Bounds.defaults(), TestIndexing.contributor());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_event_that_matches_after_the_position_refuses_and_is_named() {
        ledger.append(RESERVED.formatted("1a", "hamlet"));
        Receipt second = ledger.append(RESERVED.formatted("1b", "hamlet"));
        for (TestLedger server : servers()) {
            var conflict = assertThrows(
                    ConditionConflict.class,
                    () -> append(server, "{\"type\":\"seat.*\",\"index\":{\"show\":\"hamlet\"}}", 1));
            assertEquals(
                    Map.of(
                            "after",
                            1L,
                            "expected",
                            "none",
                            "event",
                            Map.of(
                                    "position",
                                    second.position(),
                                    "id",
                                    Map.of("id", second.id().id(), "version", 1),
                                    "type",
                                    "seat.reserved",
                                    "entity",
                                    Map.of("type", "seat", "id", Optional.of("1b")))),
                    conflict.facts());
        }
        long size = ledger.size();
        append(ledger, "{\"type\":\"seat.*\",\"index\":{\"show\":\"hamlet\"}}", second.position());
        append(ledger, "{\"type\":\"seat.*\",\"index\":{\"show\":\"macbeth\"}}", -1);
        assertEquals(size + 2, ledger.size());
    }

    /** A model of the ledger as a list; servers that remember much, little and nothing, and one that reads first. */
    @Test
    void every_server_refuses_for_what_looking_at_every_event_finds() {
        long seed = new Random().nextLong();
        var any = new Random(seed);
        var model = new ArrayList<Map<String, String>>();
        List<TestLedger> servers = servers();
        for (int i = 0; i < 400; i++) {
            var filter = Map.of(one(any, "type", "entityId", "actorId", "index"), one(any, "a", "b", "c"));
            var more = Map.of(one(any, "type", "entityId", "actorId", "index"), one(any, "a", "b", "c"));
            var seen = Map.of(one(any, "type", "producer", "index"), one(any, "a", "b", "c"));
            var hidden = Map.of(one(any, "type", "entityId", "producer"), one(any, "a", "b", "c"));
            boolean narrowed = any.nextBoolean();
            long after = any.nextInt(model.size() + 2) - 1L;
            var event = Map.of(
                    "producer", one(any, "a", "b", "c"),
                    "type", one(any, "a", "b", "c"),
                    "entityId", one(any, "a", "b", "c"),
                    "actorId", one(any, "a", "b", "c"),
                    "index", one(any, "a", "b", "c"));
            String which = "seed " + seed + ", step " + i;
            OptionalLong there = IntStream.range(0, model.size())
                    .filter(at -> at + 1 > after
                            && model.get(at).entrySet().containsAll(filter.entrySet())
                            && model.get(at).entrySet().containsAll(more.entrySet())
                            && (!narrowed || isSeen(model.get(at), seen, hidden)))
                    .mapToLong(at -> at + 1)
                    .findFirst();
            var asked = Filter.of(json(filter)).and(Filter.of(json(more)));
            Append append = Append.of(draft(document(event)))
                    .unless(Optional.of(new Unless(asked, after)))
                    .seeing(narrowed ? extent(seen, hidden) : Extent.all());
            TestLedger server = servers.get(any.nextInt(servers.size()));
            if (there.isPresent()) {
                var conflict = assertThrows(ConditionConflict.class, () -> server.append(append), which);
                assertEquals(there.getAsLong(), ((Map<?, ?>) conflict.facts().get("event")).get("position"), which);
            } else {
                server.append(append);
                model.add(event);
            }
        }
        assertEquals(model.size() + 1, ledger.onAnotherServer().size());
    }

    @Test
    void what_comes_before_it_in_the_same_batch_counts() {
        Append reserve = unless(RESERVED.formatted("1a", "hamlet"), "{\"entityId\":\"1a\"}", -1);
        Append other = unless(RESERVED.formatted("2b", "hamlet"), "{\"entityId\":\"2b\"}", -1);

        List<Outcome> outcomes = ledger.together(reserve, reserve, other, request(null, "{\"type\":\"a.b\"}"));

        assertInstanceOf(Outcome.Granted.class, outcomes.get(0));
        assertInstanceOf(ConditionConflict.class, ((Outcome.Refused) outcomes.get(1)).refusal());
        assertInstanceOf(Outcome.Granted.class, outcomes.get(2));
        assertInstanceOf(Outcome.Granted.class, outcomes.get(3));
    }

    @Test
    void a_request_does_not_stand_in_its_own_way() {
        var both = Append.of(List.of(draft(RESERVED.formatted("1a", "x")), draft(RESERVED.formatted("1b", "x"))))
                .unless(Optional.of(new Unless(Filter.of(json(Map.of("type", "seat.reserved"))), -1)));
        assertEquals(2, ledger.append(both).size());
    }

    @Test
    void the_same_request_again_is_answered_again_whatever_is_there_by_now() {
        Append first = unless(RESERVED.formatted("1a", "hamlet"), "{\"type\":\"seat.reserved\"}", -1)
                .withKey(Optional.of("k"));
        Receipt receipt = ledger.append(first).get(0);
        for (TestLedger server : servers()) {
            Receipt again = server.append(first).get(0);
            assertTrue(again.replay());
            assertEquals(receipt.position(), again.position());
        }
        Append another = unless(RESERVED.formatted("1a", "hamlet"), "{\"type\":\"seat.reserved\"}", 0)
                .withKey(Optional.of("k"));
        assertThrows(KeyReused.class, () -> ledger.append(another));
    }

    @Test
    void a_condition_that_no_index_answers_is_refused_with_the_names_of_what_is_not_indexed() {
        Filter filter = Filter.of(Json.parse(
                "{\"type\":\"a\",\"payload\":{\"p\":1},\"producer\":\"x\",\"entityType\":\"e\"}".getBytes(UTF_8)));
        assertEquals(
                List.of("entityType", "payload.p", "producer"),
                assertThrows(ConditionRefused.class, () -> new Unless(filter, -1))
                        .facts()
                        .get("notIndexed"));
        new Unless(values(16), -1);
        assertThrows(ConditionRefused.class, () -> new Unless(values(17), -1));
    }

    @Test
    void a_condition_that_takes_too_long_to_decide_says_how_far_it_is_decided() throws Exception {
        for (int i = 0; i < 200; i++) {
            ledger.append(RESERVED.formatted(i, i % 2 == 0 ? "even" : "odd"));
        }
        try (var connection = database.source().getConnection()) {
            var tables = kind.tables(connection, ledger.ledger().id());
            Filter never =
                    Filter.of(Json.parse("{\"type\":\"seat.reserved\",\"entityId\":\"nobody\"}".getBytes(UTF_8)));
            Filter dense = Filter.of(json(Map.of("index", "none"))).and(values(2));
            assertEquals(Optional.empty(), new Matching(tables, 1_000).first(never, Extent.all(), 0, 201));
            assertEquals(Optional.empty(), new Matching(tables, 1_000).first(dense, Extent.all(), 0, 201));
            Filter odd = Filter.of(
                    Json.parse("{\"index\":{\"show\":\"odd\"},\"type\":[\"x\",\"seat.reserved\"]}".getBytes(UTF_8)));
            Filter both = odd.and(Filter.of(Json.parse("{\"index\":{\"show\":\"even\"}}".getBytes(UTF_8))));
            var refused = assertThrows(
                    ConditionRefused.class, () -> new Matching(tables, 20).first(both, Extent.all(), 0, ledger.size()));
            long decided = (Long) refused.facts().get("decided");
            assertTrue(decided >= -1 && decided < 200, "decided up to " + decided);
        }
    }

    private List<TestLedger> servers() {
        return List.of(
                ledger,
                ledger.onAnotherServer(),
                ledger.onAnotherServer(database.source(), FORGETFUL),
                ledger.onAnotherServer(database.source(), TestLedger.remembering(7)));
    }

    private static void append(TestLedger server, String filter, long after) {
        server.append(unless("{\"type\":\"show.counted\"}", filter, after));
    }

    private static Append unless(String event, String filter, long after) {
        return Append.of(draft(event))
                .unless(Optional.of(new Unless(Filter.of(Json.parse(filter.getBytes(UTF_8))), after)));
    }

    private static Filter values(int count) {
        return Filter.of(Json.object(
                Map.of("type", IntStream.range(0, count).mapToObj(i -> "t" + i).toList())));
    }

    private static Json json(Map<String, String> term) {
        return term.containsKey("index")
                ? Json.object(Map.of("index", Map.of("k", term.get("index"))))
                : Json.object(term);
    }

    private static boolean isSeen(Map<String, String> event, Map<String, String> seen, Map<String, String> hidden) {
        return event.entrySet().containsAll(seen.entrySet())
                && !event.entrySet().containsAll(hidden.entrySet());
    }

    private static Extent extent(Map<String, String> seen, Map<String, String> hidden) {
        return new Extent(List.of(Filter.of(json(seen))), List.of(Filter.of(json(hidden))));
    }

    private static String document(Map<String, String> event) {
        return "{\"type\":\"%s\",\"entity\":{\"id\":\"%s\"},\"actor\":{\"type\":\"user\",\"id\":\"%s\"},\"producer\":\"%s\",\"indexBy\":{\"k\":\"%s\"}}"
                .formatted(Stream.of("type", "entityId", "actorId", "producer", "index")
                        .map(event::get)
                        .toArray());
    }

    private static String one(Random any, String... all) {
        return all[any.nextInt(all.length)];
    }
}
