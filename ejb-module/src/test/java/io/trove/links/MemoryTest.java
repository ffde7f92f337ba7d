package io.trove.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.EventId;
import io.trove.ledger.Appended;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.Ledger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What graphs in memory promise of themselves; that they answer as the database does is in the contract of all walks. */
@Tag("database")
class MemoryTest {

    private static FreshDatabase database;

    @BeforeAll
    static void aDatabase() {
        database = FreshDatabase.of(Database.DERBY);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void a_graph_that_is_larger_than_the_bound_is_not_held() {
        TestLinks links = grown(1);
        var memory = new Memory(1);
        memory.reach(links.ledger().ledger(), links.ledger().head(), links.source());

        assertEquals(-1, memory.seen(links.ledger().ledger().id()));
        assertFalse(memory.mayHold(links.ledger().ledger().id()));
        assertEquals(Optional.empty(), asked(memory, links, 1));
    }

    @Test
    void a_graph_answers_up_to_where_it_has_seen_and_follows_what_is_appended() {
        TestLinks links = grown(2);
        Ledger ledger = links.ledger().ledger();
        long seen = links.ledger().size();
        var memory = new Memory(1 << 20);
        memory.follow(new Appended(ledger, 0, seen), links.source());
        assertEquals(-1, memory.seen(ledger.id()));
        memory.reach(ledger, links.ledger().head(), links.source());
        links.append(TestLinks.event("last"));

        assertEquals(Optional.of(1), asked(memory, links, seen));
        assertEquals(Optional.empty(), asked(memory, links, seen + 1));
        memory.follow(new Appended(ledger, seen, seen + 1), links.source());
        assertEquals(Optional.of(1), asked(memory, links, seen + 1));
    }

    @Test
    void names_are_held_beside_the_edges_as_long_as_both_fit() throws SQLException {
        TestLinks links = grown(6);
        var all = new HashSet<Long>();
        LongStream.range(0, links.ledger().size()).forEach(all::add);
        Map<Long, Node> stored =
                links.reading(tables -> new Nodes(tables).at(all, links.ledger().size()));
        var roomy = new Memory(1 << 20);
        roomy.reach(links.ledger().ledger(), links.ledger().head(), links.source());
        var narrow = new Memory(80_000);
        narrow.reach(links.ledger().ledger(), links.ledger().head(), links.source());

        assertEquals(
                Optional.of(stored),
                named(roomy, links).map(names -> names.at(all, links.ledger().size())));
        assertEquals(Optional.empty(), named(narrow, links));
        assertEquals(
                Optional.of(1), asked(narrow, links, links.ledger().size()), "the edges alone are held all the same");
    }

    @Test
    void names_of_any_kind_come_back_from_memory_as_they_were() {
        var names = new Names();
        var nodes = new ArrayList<Node>();
        var random = new Random(4);
        for (int position = 0; position < 20_000; position++) {
            String id = "é".repeat(random.nextInt(100)) + "\uD83D\uDE00" + position;
            int version = position % 7 == 0 ? Integer.MAX_VALUE - position : 1 + position % 300;
            nodes.add(new Node(position, new EventId(id, version), "type" + random.nextInt(400)));
            names.add(nodes.get(position));
        }
        for (Node node : nodes) {
            assertEquals(Map.of(node.position(), node), names.at(List.of(node.position()), 20_000));
        }
        assertEquals(Map.of(), names.at(List.of(20_000L, 12L), 12));
        assertThrows(IllegalStateException.class, () -> names.add(nodes.get(5)));
    }

    @Test
    void the_graph_that_was_asked_longest_ago_goes_first() {
        List<TestLinks> all = List.of(grown(3), grown(4), grown(5));
        var memory = new Memory(80_000);
        for (TestLinks links : all) {
            memory.reach(links.ledger().ledger(), links.ledger().head(), links.source());
            asked(memory, all.get(0), 1);
        }

        assertTrue(memory.seen(all.get(0).ledger().ledger().id()) > 0);
        assertEquals(-1, memory.seen(all.get(1).ledger().ledger().id()));
        assertTrue(memory.seen(all.get(2).ledger().ledger().id()) > 0);
    }

    private static TestLinks grown(long seed) {
        TestLinks links = TestLinks.in(database);
        AnyGraph.in(links, seed, 3);
        return links;
    }

    private static Optional<Names> named(Memory memory, TestLinks links) throws SQLException {
        return memory.ask(
                        links.ledger().ledger(),
                        links.ledger().head(),
                        links.ledger().size(),
                        (graph, names) -> names)
                .flatMap(names -> names);
    }

    private static Optional<Integer> asked(Memory memory, TestLinks links, long before) {
        return links.reading(
                tables -> memory.ask(links.ledger().ledger(), links.ledger().head(), before, (graph, names) -> 1));
    }
}
