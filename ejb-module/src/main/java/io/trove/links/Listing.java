package io.trove.links;

import io.trove.event.EventId;
import io.trove.filter.Tables;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lists the links of one event, as far as they may be seen: an end, and the event that says the link. */
final class Listing {

    private final Tables tables;
    private final Node node;
    private final Scope scope;
    private final long below;
    private final Seen seen;

    Listing(Tables tables, Node node, Scope scope, long below, Seen seen) {
        this.tables = tables;
        this.node = node;
        this.scope = scope;
        this.below = below;
        this.seen = seen;
    }

    /** What was found, and behind which place it goes on. */
    record Stretch(List<Listed> items, Optional<Place> next) {}

    Stretch read(Place behind, int limit) throws SQLException {
        var items = new ArrayList<Listed>();
        Place at = behind;
        while (at.part() < Place.PARTS) {
            Way way = Way.values()[at.part() % 2];
            Optional<Set<String>> types = way == Way.OUT ? scope.out() : scope.in();
            int wanted = limit - items.size();
            Optional<Place> last = types.isEmpty() ? Optional.empty() : read(way, types.get(), at, wanted, items);
            if (last.isPresent()) {
                return new Stretch(items, last);
            }
            at = new Place(at.part() + 1, "", -1);
        }
        return new Stretch(items, Optional.empty());
    }

    /** The place of the last of so many rows; nothing when there were fewer. */
    private Optional<Place> read(Way way, Set<String> types, Place at, int wanted, List<Listed> items)
            throws SQLException {
        var stored = new StoredLinks(tables, node, below);
        if (at.part() < 2) {
            List<StoredLinks.Row> rows = stored.links(way, types, at, wanted);
            items.addAll(once(way, shown(stored.removals(way), rows)));
            return rows.size() < wanted
                    ? Optional.empty()
                    : Optional.of(rows.get(wanted - 1).place());
        }
        List<StoredLinks.Waiting> rows = stored.waiting(way, at, wanted);
        items.addAll(once(way, waiting(stored.removals(way), types, rows)));
        return rows.size() < wanted
                ? Optional.empty()
                : Optional.of(rows.get(wanted - 1).place());
    }

    /** A link of an event to itself leaves it and reaches it, and is one link. */
    private List<Listed> once(Way way, List<Listed> listed) {
        return way == Way.OUT
                ? listed
                : listed.stream()
                        .filter(link -> !link.source().equals(link.target()) || !leaves(link.type()))
                        .toList();
    }

    private boolean leaves(String type) {
        return scope.out()
                .filter(types -> types.isEmpty() || types.contains(type))
                .isPresent();
    }

    private List<Listed> shown(Removals removals, List<StoredLinks.Row> rows) throws SQLException {
        List<Edge> holding = rows.stream()
                .map(StoredLinks.Row::edge)
                .filter(edge -> !removals.ended(edge))
                .toList();
        var positions = new HashSet<Long>();
        holding.forEach(edge -> positions.addAll(List.of(edge.source(), edge.target(), edge.said())));
        Set<Long> visible = seen.among(positions);
        List<Edge> shown = holding.stream()
                .filter(edge -> visible.containsAll(List.of(edge.source(), edge.target(), edge.said())))
                .toList();
        positions.retainAll(visible);
        Map<Long, Node> nodes = new Nodes(tables).at(positions, below);
        return shown.stream()
                .map(edge -> listed(
                        nodes.get(edge.source()).id(),
                        edge.type(),
                        nodes.get(edge.target()).id(),
                        edge.said(),
                        false))
                .toList();
    }

    /** One whose ends are both there, and may be seen, is told like any other. */
    private List<Listed> waiting(Removals removals, Set<String> types, List<StoredLinks.Waiting> rows)
            throws SQLException {
        var nodes = new Nodes(tables);
        var listed = new ArrayList<Listed>();
        for (StoredLinks.Waiting row : rows) {
            if (!types.isEmpty() && !types.contains(row.type())) {
                continue;
            }
            Optional<Node> source = node(nodes, row.source());
            Optional<Node> target = node(nodes, row.target());
            boolean waits = source.isEmpty() || target.isEmpty();
            var positions = new HashSet<>(Set.of(row.said()));
            source.ifPresent(there -> positions.add(there.position()));
            target.ifPresent(there -> positions.add(there.position()));
            boolean ended = !waits
                    && removals.ended(
                            new Edge(source.get().position(), target.get().position(), row.type(), row.said()));
            if (!ended && seen.among(positions).containsAll(positions)) {
                listed.add(listed(row.source(), row.type(), row.target(), row.said(), waits));
            }
        }
        return listed;
    }

    private Optional<Node> node(Nodes nodes, EventId id) throws SQLException {
        return nodes.find(id.id(), java.util.OptionalInt.of(id.version()), below);
    }

    /** What is said beside it is in the event that says it. */
    private static Listed listed(EventId source, String type, EventId target, long said, boolean waits) {
        return new Listed(source, type, target, said, LinkType.isAutomatic(type), waits, Optional.empty());
    }
}
