package io.trove.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.filter.Tables;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** One contract for every way to walk, held against the naive one on random graphs. */
@ParameterizedClass
@EnumSource(Database.class)
@Tag("database")
class WalkContractTest {

    private static final int GRAPHS = 2;
    private static final int REQUESTS = 14;
    private static final int QUESTIONS = 14;

    private static final List<Grown> GROWN = new ArrayList<>();

    private static FreshDatabase database;

    @Parameter
    Database kind;

    @BeforeParameterizedClassInvocation
    static void aDatabase(Database kind) {
        database = FreshDatabase.of(kind);
        GROWN.clear();
        for (int seed = 0; seed < GRAPHS; seed++) {
            TestLinks links = TestLinks.in(database);
            AnyGraph graph = AnyGraph.in(links, seed, REQUESTS);
            GROWN.add(new Grown(links, graph, links.held(seed + 3), links.names()));
        }
    }

    @AfterParameterizedClassInvocation
    static void close() {
        database.close();
    }

    /** A graph in a ledger, in the naive way, and in memory as a follower reads it. */
    private record Grown(TestLinks links, AnyGraph graph, Adjacency held, Names names) {}

    /** A question about what is seen of a graph, and the graph in the naive way. */
    private record Case(AnyGraph graph, Question question, Collection<Long> seen) {

        Map<Long, Integer> distances() {
            return graph.naive().distances(question, seen);
        }

        Seen sight() {
            return seen instanceof HashSet
                    ? positions -> positions.stream().filter(seen::contains).collect(Collectors.toSet())
                    : Seen.everything();
        }
    }

    /** What is asked of a case, over one of the ways to answer. */
    private interface Check {
        void of(Case each, Footing footing) throws SQLException;
    }

    private void everywhere(Check check) {
        for (Grown grown : GROWN) {
            for (int i = 0; i < QUESTIONS; i++) {
                Question question = grown.graph().question();
                var one = new Case(grown.graph(), question, seen(grown.links(), question.start(), i));
                grown.links().reading(tables -> {
                    for (Footing footing : footings(tables, grown.held(), grown.names())) {
                        check.of(one, footing);
                    }
                    return 0;
                });
            }
        }
    }

    private static List<Footing> footings(Tables tables, Adjacency held, Names names) {
        var stored = new StoredNeighbours(tables);
        return List.of(
                Footing.stored(tables),
                new Footing(new LevelWalk(stored), stored, new Nodes(tables), tables),
                Footing.held(held, Optional.empty(), tables),
                Footing.held(held, Optional.of(names), tables));
    }

    /** Every event, or two of three and the start. */
    private static Collection<Long> seen(TestLinks links, long start, int question) {
        var all = new ArrayList<Long>();
        for (long position = 0; position < links.ledger().size(); position++) {
            all.add(position);
        }
        if (question % 2 == 0) {
            return all;
        }
        var some = new HashSet<>(all);
        some.removeIf(position -> (position * 31 + question) % 3 == 0);
        some.add(start);
        return some;
    }

    @Test
    void each_event_that_is_reached_comes_once_at_its_least_distance() {
        everywhere((each, footing) -> {
            Walked walked = footing.walk().walk(each.question(), each.sight());
            Map<Long, Integer> all = each.distances();
            Map<Long, Integer> within = new HashMap<>(all);
            within.values().removeIf(distance -> distance > each.question().depth());
            Map<Long, Integer> reached = new LinkedHashMap<>();
            for (int i = 0; i < walked.count(); i++) {
                reached.put(walked.node(i), walked.distance(i));
            }
            String about = each.question() + " " + walked;
            if (within.size() > each.question().limit()) {
                assertEquals(Set.of(Bound.LIMIT), walked.bound().stream().collect(Collectors.toSet()), about);
                assertEquals(each.question().limit(), reached.size(), about);
                int farthest = walked.distance(walked.count() - 1);
                reached.forEach((node, distance) -> assertEquals(within.get(node), distance, about));
                within.forEach(
                        (node, distance) -> assertTrue(distance >= farthest || reached.containsKey(node), about));
            } else {
                assertEquals(within, reached, about);
                assertEquals(
                        within.size() < all.size() ? Set.of(Bound.DEPTH) : Set.of(),
                        walked.bound().stream().collect(Collectors.toSet()),
                        about);
            }
            assertEquals(walked.bound().isEmpty(), walked.open().length == 0, about);
        });
    }

    @Test
    void going_on_from_where_a_walk_ended_reaches_the_rest() {
        everywhere((each, footing) -> {
            Question question = each.question();
            var reached = new HashSet<Long>();
            var open = new ArrayList<>(List.of(question.start()));
            var asked = new HashSet<Long>();
            while (!open.isEmpty() && asked.size() < 300) {
                long next = open.remove(0);
                if (asked.add(next)) {
                    Walked walked = footing.walk()
                            .walk(new Question(next, question.scope(), 2, 10_000, question.before()), each.sight());
                    for (int i = 0; i < walked.count(); i++) {
                        reached.add(walked.node(i));
                    }
                    for (long position : walked.open()) {
                        open.add(position);
                    }
                }
            }
            assertEquals(each.distances().keySet(), reached);
        });
    }

    @Test
    void the_edges_of_a_picture_are_those_between_its_events() {
        everywhere((each, footing) -> {
            Question question = each.question();
            Walked walked = footing.walk().walk(question, each.sight());
            Picture picture = new Painting(footing, question.before(), each.sight()).of(walked, question.scope());
            Map<Long, Node> nodes = picture.nodes().stream()
                    .collect(Collectors.toMap(stop -> stop.node().position(), Picture.Stop::node));
            Set<Picture.Line> lines = each.graph().naive().edges(question.before(), each.seen()).stream()
                    .filter(edge -> NaiveGraph.counts(question.scope().out(), edge)
                            || NaiveGraph.counts(question.scope().in(), edge))
                    .filter(edge -> nodes.containsKey(edge.source()) && nodes.containsKey(edge.target()))
                    .map(edge -> new Picture.Line(
                            nodes.get(edge.source()).id(),
                            edge.type(),
                            nodes.get(edge.target()).id()))
                    .collect(Collectors.toSet());
            assertEquals(lines, Set.copyOf(picture.edges()));
            assertEquals(lines.size(), picture.edges().size());
        });
    }

    @Test
    void a_path_is_as_short_as_the_distance_and_each_step_is_an_edge() {
        everywhere((each, footing) -> {
            Question question = each.question();
            Map<Long, Integer> distances = each.distances();
            Set<Edge> edges = each.graph().naive().edges(question.before(), each.seen());
            for (long target : each.graph().positions()) {
                if (target % 5 != 0 || target >= question.before()) {
                    continue;
                }
                var whole =
                        new Question(question.start(), question.scope(), question.depth(), 10_000, question.before());
                Path path = Path.find(footing.neighbours(), whole, target, each.sight());
                Integer distance = distances.get(target);
                boolean isThere = distance != null && distance <= question.depth();
                assertEquals(isThere ? distance + 1 : 0, path.nodes().size());
                assertTrue(path.edges().stream().map(Edge::unsaid).allMatch(edges::contains));
                for (int i = 1; i < path.nodes().size(); i++) {
                    Edge edge = path.edges().get(i - 1);
                    assertEquals(
                            Set.of(path.nodes().get(i - 1), path.nodes().get(i)), Set.of(edge.source(), edge.target()));
                }
            }
        });
    }

    @Test
    void roots_are_what_nothing_leads_on_from() {
        everywhere((each, footing) -> {
            Question question = each.question();
            Walked walked = footing.walk().walk(question, each.sight());
            Picture roots = new Painting(footing, question.before(), each.sight()).rootsOf(walked, question.scope());
            Set<Edge> edges = each.graph().naive().edges(question.before(), each.seen());
            Set<Long> expected = new HashSet<>();
            for (long node : walked.nodes()) {
                boolean leads = edges.stream()
                        .filter(edge -> edge.source() != edge.target())
                        .anyMatch(edge -> (NaiveGraph.counts(question.scope().out(), edge) && edge.source() == node)
                                || (NaiveGraph.counts(question.scope().in(), edge) && edge.target() == node));
                if (!leads) {
                    expected.add(node);
                }
            }
            assertEquals(
                    expected,
                    roots.nodes().stream().map(stop -> stop.node().position()).collect(Collectors.toSet()));
        });
    }
}
