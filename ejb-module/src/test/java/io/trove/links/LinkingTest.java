package io.trove.links;

import static io.trove.links.TestLinks.event;
import static io.trove.links.TestLinks.linked;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.Rows;
import io.trove.ledger.TestLedger;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
@Tag("database")
class LinkingTest {

    private static FreshDatabase database;

    @Parameter
    Database kind;

    private TestLinks links;

    @BeforeParameterizedClassInvocation
    static void aDatabase(Database kind) {
        database = FreshDatabase.of(kind);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        database.close();
    }

    @BeforeEach
    void a_ledger() {
        links = TestLinks.in(database);
    }

    @Test
    void targets_are_bound_in_the_same_request_in_any_order() {
        links.append(event("a", "reference>c"), event("b", "reference>a", "reference>b"), event("c"));

        assertEquals(Set.of("reference>c/1"), links.leaving("a"));
        assertEquals(Set.of("reference>a/1", "reference>b/1"), links.leaving("b"));
        assertEquals(Set.of("reference>a/1"), links.reaching("c"));
    }

    @Test
    void a_link_without_a_version_is_bound_to_the_newest_at_the_commit() {
        links.append(event("a"), event("b", "reference>a"));
        links.append(event("a", 2));
        links.append(event("c", "reference>a"), event("a", 3), event("d", "reference>a/1"));

        assertEquals(Set.of("reference>a/1"), links.leaving("b"));
        assertEquals(Set.of("reference>a/3"), links.leaving("c"));
        assertEquals(Set.of("reference>a/1"), links.leaving("d"));
    }

    @Test
    void the_newest_is_the_newest_on_another_server_too() {
        var other = links.onAnotherServer();
        links.append(event("a"));
        other.append(event("b"));
        links.append(event("a", 2));
        other.append(event("c", "reference>a"));
        links.append(event("d", "reference>c", "reference>b"));

        assertEquals(Set.of("reference>a/2"), links.leaving("c"));
        assertEquals(Set.of("reference>b/1", "reference>c/1"), links.leaving("d"));
    }

    @Test
    void a_child_is_a_parent_from_the_other_end() {
        links.append(event("a"), event("b", "child>a"), event("c", "parent>b"));

        assertEquals(Set.of("parent>b/1"), links.leaving("a"));
        assertEquals(Set.of(), links.leaving("b"));
        assertEquals(Set.of("parent>a/1", "parent>c/1"), links.reaching("b"));
    }

    @Test
    void trove_links_versions_causes_and_traces_itself() {
        links.append(
                event("a"),
                event("a", 2),
                "{\"type\":\"a\",\"id\":{\"id\":\"b\"},\"trace\":{\"parentEventId\":\"a\"},\"cause\":{\"commandId\":\"later\"}}");

        assertEquals(
                Set.of("supersedes>a/1"), links.leaving("a", 2, links.ledger().size()));
        assertEquals(Set.of("trace>a/2"), links.leaving("b"));

        links.append(event("later"));
        assertEquals(Set.of("cause>later/1", "trace>a/2"), links.leaving("b"));
        assertEquals(Set.of("cause>b/1"), links.reaching("later"));
    }

    @Test
    void an_edge_that_waited_is_there_from_its_last_end_on() {
        links.append(event("a", "reference>b", "child>c"));
        long before = links.ledger().size();
        assertEquals(Set.of(), links.leaving("a"));
        assertEquals(
                2,
                links.listed("a", Scope.of(Scope.Direction.BOTH, Set.of()), 1).size());

        links.append(event("b"), event("c"));
        links.append(event("b", 2));

        assertEquals(Set.of("reference>b/1"), links.leaving("a"));
        assertEquals(Set.of("parent>a/1"), links.leaving("c"));
        assertEquals(Set.of(), links.leaving("a", 1, before));
        assertEquals(
                Set.of(false),
                Set.copyOf(links.listed("a", Scope.of(Scope.Direction.BOTH, Set.of()), 10).stream()
                        .map(Listed::isWaiting)
                        .toList()));
    }

    @Test
    void a_link_is_made_later_taken_away_and_made_again_and_is_there_as_of_before() {
        links.append(event("a"), event("b", "reference>a"));
        links.append(linked("linked", "a", "parent", "b"));
        long linked = links.ledger().size();
        links.append(linked("unlinked", "a", "parent", "b"), linked("unlinked", "b", "reference", "a"));
        long unlinked = links.ledger().size();
        assertEquals(Set.of(), links.leaving("a"));
        assertEquals(Set.of(), links.leaving("b"));
        assertEquals(List.of(), links.listed("a", Scope.of(Scope.Direction.BOTH, Set.of()), 10));

        links.append(linked("linked", "b", "child", "a"));

        assertEquals(Set.of("parent>b/1"), links.leaving("a"));
        assertEquals(Set.of("parent>a/1"), links.reaching("b"));
        assertEquals(Set.of(), links.leaving("a", 1, unlinked));
        assertEquals(Set.of("parent>b/1"), links.leaving("a", 1, linked));
        assertEquals(Set.of("reference>b/1"), links.reaching("a", 1, linked));
        assertEquals(
                1,
                links.listed("a", Scope.of(Scope.Direction.BOTH, Set.of()), 10).size());
    }

    @Test
    void a_link_that_is_taken_away_while_it_waits_does_not_come() {
        links.append(event("a", "reference>b"));
        links.append(linked("unlinked", "a", "reference", "b"));
        links.append(event("b"));

        assertEquals(Set.of(), links.leaving("a"));
        assertEquals(Set.of(), links.reaching("b"));
        assertEquals(List.of(), links.listed("a", Scope.of(Scope.Direction.OUT, Set.of()), 10));
    }

    @Test
    void a_request_sent_again_says_nothing_again() {
        links.append(event("a"), event("b", "parent>a"));
        links.append(event("b", "parent>a"), event("c", "parent>b"));

        assertEquals(Set.of("parent>a/1"), links.leaving("b"));
        assertEquals(Set.of("parent>b/1"), links.leaving("c"));
    }

    @Test
    void the_rows_that_an_append_writes_are_those_that_jakarta_persistence_reads() {
        links.append(event("a", "reference>b"), event("c", "reference>a"));
        links.append(linked("unlinked", "c", "reference", "a"));
        long first = links.ledger().size() - 3;
        try (Rows rows = Rows.of(database)) {
            assertEquals(
                    List.of(new Edge(first + 1, first, "reference", first + 1)),
                    rows.entities()
                            .createQuery("SELECT r FROM LinkRow r WHERE r.ledgerId = :ledger", LinkRow.class)
                            .setParameter("ledger", links.ledger().ledger().id().value())
                            .getResultStream()
                            .map(LinkRow::edge)
                            .toList());
            assertEquals(
                    List.of(new Edge(first + 1, first, "reference", first + 2)),
                    rows.entities()
                            .createQuery(
                                    "SELECT r FROM LinkRemovalRow r WHERE r.ledgerId = :ledger", LinkRemovalRow.class)
                            .setParameter("ledger", links.ledger().ledger().id().value())
                            .getResultStream()
                            .map(LinkRemovalRow::edge)
                            .toList());
            assertEquals(
                    List.of("a/1 reference b/1 at " + first),
                    rows.entities()
                            .createQuery(
                                    "SELECT r FROM LinkWaitingRow r WHERE r.ledgerId = :ledger", LinkWaitingRow.class)
                            .setParameter("ledger", links.ledger().ledger().id().value())
                            .getResultStream()
                            .map(LinkWaitingRow::said)
                            .toList());
        }
    }

    @Test
    void an_event_that_is_linked_from_nowhere_costs_no_row() {
        TestLedger ledger = links.ledger();
        ledger.append("{\"type\":\"a\"}");
        ledger.append("{\"type\":\"a\",\"trace\":{\"traceId\":\"t\"}}");
        assertEquals(0L, links.<Long>reading(tables -> {
            try (var select = tables.connection()
                    .prepareStatement("SELECT COUNT(*) FROM link_waiting WHERE ledger_id = " + tables.ledger())) {
                var row = select.executeQuery();
                row.next();
                return row.getLong(1);
            }
        }));
    }
}
