package io.trove.links;

import io.trove.ledger.Appending;
import io.trove.ledger.Bounds;
import io.trove.ledger.Follows;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.Mentions;
import io.trove.ledger.TestLedger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A ledger whose events are linked, without a server, over a real database. */
public final class TestLinks {

    private final TestLedger ledger;
    private final FreshDatabase database;

    private TestLinks(TestLedger ledger, FreshDatabase database) {
        this.ledger = ledger;
        this.database = database;
    }

    /** Writes links as the container does. */
    public static Consumer<Appending> contributor() {
        return new Projection()::link;
    }

    /** Says what events mention. */
    public static Mentions mentions() {
        return new Saying();
    }

    /** What an audit holds links against. */
    public static Follows follows() {
        return new KeptLinks();
    }

    /** A new ledger. */
    public static TestLinks in(FreshDatabase database) {
        return new TestLinks(
                TestLedger.in(database.source(), Bounds.defaults(), new Projection()::link, new Saying()), database);
    }

    /** The same ledger on another server. */
    TestLinks onAnotherServer() {
        return new TestLinks(ledger.onAnotherServer(), database);
    }

    public TestLedger ledger() {
        return ledger;
    }

    <T> T reading(LinkStore.Read<T> read) {
        return LinkStore.reading(database.source(), ledger.ledger(), read);
    }

    /** An event of this id with links, each {@code type>id} or {@code type>id/version}. */
    static String event(String id, String... links) {
        return event(id, 1, links);
    }

    static String event(String id, int version, String... links) {
        var all = new ArrayList<String>();
        for (String link : links) {
            String[] parts = link.split("[>/]", 3);
            all.add("{\"type\":\"%s\",\"targetEvent\":{\"id\":\"%s\"%s}}"
                    .formatted(parts[0], parts[1], parts.length > 2 ? ",\"version\":" + parts[2] : ""));
        }
        return "{\"type\":\"a\",\"id\":{\"id\":\"%s\",\"version\":%d},\"payload\":%d,\"links\":[%s]}"
                .formatted(id, version, version, String.join(",", all));
    }

    static String linked(String event, String source, String type, String target) {
        return "{\"type\":\"event.%s\",\"payload\":{\"source\":{\"id\":\"%s\"},\"type\":\"%s\",\"target\":{\"id\":\"%s\"}}}"
                .formatted(event, source, type, target);
    }

    void append(String... events) {
        ledger.append(TestLedger.request(null, events));
    }

    Node node(String id, int version) {
        return reading(tables -> new Nodes(tables).find(id, OptionalInt.of(version), ledger.size()))
                .orElseThrow();
    }

    /** The edges that leave an event, each {@code type>id/version}, as of a position. */
    Set<String> leaving(String id, int version, long before) {
        return edges(node(id, version), Scope.of(Scope.Direction.OUT, Set.of()), before);
    }

    /** The edges that reach an event. */
    Set<String> reaching(String id, int version, long before) {
        return edges(node(id, version), Scope.of(Scope.Direction.IN, Set.of()), before);
    }

    Set<String> leaving(String id) {
        return leaving(id, 1, ledger.size());
    }

    Set<String> reaching(String id) {
        return reaching(id, 1, ledger.size());
    }

    private Set<String> edges(Node node, Scope scope, long before) {
        return reading(tables -> {
            List<Edge> edges = edges(new StoredNeighbours(tables), node, scope, before);
            var names = new TreeSet<String>();
            for (Edge edge : edges) {
                Node other =
                        new Nodes(tables).at(List.of(edge.target()), before).get(edge.target());
                names.add(edge.type() + ">" + other.id().id() + "/" + other.id().version());
            }
            return names;
        });
    }

    private static List<Edge> edges(Neighbours neighbours, Node node, Scope scope, long before) throws SQLException {
        var edges = new ArrayList<Edge>();
        neighbours.of(
                new long[] {node.position()},
                scope,
                before,
                (from, to, type, said) -> edges.add(new Edge(from, to, type, said)));
        return edges;
    }

    /** The links of an event as they are listed, in pages of so many. */
    List<Listed> listed(String id, Scope scope, int limit) {
        var all = new ArrayList<Listed>();
        Place from = Place.BEGINNING;
        for (Optional<Place> next = Optional.of(from); next.isPresent(); ) {
            Place behind = next.get();
            Listing.Stretch stretch = reading(tables ->
                    new Listing(tables, node(id, 1), scope, ledger.size(), Seen.everything()).read(behind, limit));
            all.addAll(stretch.items());
            next = stretch.next();
        }
        return all;
    }

    DataSource source() {
        return database.source();
    }

    /** The names of its events in memory. */
    Names names() {
        var names = new Names();
        reading(tables -> new Nodes(tables).from(0, ledger.size())).forEach(names::add);
        return names;
    }

    /** Its graph in memory, read in stretches of so many positions, as a follower reads it. */
    Adjacency held(long stretch) {
        var graph = new Adjacency();
        for (long from = 0; from < ledger.size(); from += stretch) {
            long begin = from;
            long end = Math.min(ledger.size(), from + stretch);
            reading(tables -> {
                new StoredEdges(tables).read(begin, end, graph::remove, graph::add);
                return end;
            });
        }
        return graph;
    }
}
