package io.trove.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.ledger.Appended;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.Ledger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What graphs in memory promise of themselves; that they answer as the database does is in the contract of all walks. */
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

    private static Optional<Integer> asked(Memory memory, TestLinks links, long before) {
        return links.reading(
                tables -> memory.ask(links.ledger().ledger(), links.ledger().head(), before, graph -> 1));
    }
}
