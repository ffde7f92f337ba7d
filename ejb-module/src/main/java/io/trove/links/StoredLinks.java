package io.trove.links;

import io.trove.event.EventId;
import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the links of one event in an order in which they can be paged: by direction, type and other end. */
final class StoredLinks {

    private static final String LINKS = """
            SELECT type,
                   %2$s,
                   MAX(position)
              FROM link --DERBY-PROPERTIES index=link_%3$s
             WHERE ledger_id = ?
               AND %1$s = ?
               AND position < ?
               AND type %4$s ?
               AND %2$s > ?
             GROUP BY type, %2$s
             ORDER BY type, %2$s
             FETCH FIRST %5$d ROWS ONLY""";

    private static final String WAITING = """
            SELECT position,
                   ordinal,
                   type,
                   source_id,
                   source_version,
                   target_id,
                   target_version
              FROM link_waiting waiting
             WHERE ledger_id = ?
               AND %1$s_id = ?
               AND %1$s_version = ?
               AND position < ?
               AND (position > ? OR (position = ? AND ordinal > ?))
               AND removes = 0
               AND NOT EXISTS (
                   SELECT 1
                     FROM link_waiting later
                    WHERE later.ledger_id = waiting.ledger_id
                      AND later.source_id = waiting.source_id
                      AND later.source_version = waiting.source_version
                      AND later.target_id = waiting.target_id
                      AND later.target_version = waiting.target_version
                      AND later.type = waiting.type
                      AND later.removes = 1
                      AND later.position > waiting.position
                      AND later.position < ?
                   )
             ORDER BY position, ordinal
             FETCH FIRST %2$d ROWS ONLY""";

    /** More than an event can say links. */
    private static final int ORDINALS = 2_048;

    /** The last time that an edge is said. */
    record Row(Edge edge, Place place) {}

    /** An edge whose ends were not both there when it was said. */
    record Waiting(EventId source, String type, EventId target, long said, Place place) {}

    private final Tables tables;
    private final Node node;
    private final long below;

    StoredLinks(Tables tables, Node node, long below) {
        this.tables = tables;
        this.node = node;
        this.below = below;
    }

    /** Those of a direction behind a place, at most so many; taken away or not. */
    List<Row> links(Way way, Set<String> types, Place behind, int limit) throws SQLException {
        var rows = new ArrayList<Row>();
        for (String type : types.isEmpty() ? Set.of(behind.type()) : new TreeSet<>(types)) {
            int order = type.compareTo(behind.type());
            if (order >= 0 && rows.size() < limit) {
                rows.addAll(links(way, "=", type, order == 0 ? behind.number() : -1, limit - rows.size()));
            }
        }
        if (types.isEmpty() && rows.size() < limit) {
            rows.addAll(links(way, ">", behind.type(), -1, limit - rows.size()));
        }
        return rows;
    }

    private List<Row> links(Way way, String compared, String type, long behind, int limit) throws SQLException {
        String sql = LINKS.formatted(way.near(), way.far(), way.index(), compared, limit);
        try (PreparedStatement select = tables.connection().prepareStatement(sql + tables.immutableRead())) {
            select.setLong(1, tables.ledger());
            select.setLong(2, node.position());
            select.setLong(3, below);
            select.setString(4, type);
            select.setLong(5, behind);
            var rows = new ArrayList<Row>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(row(way, row.getString(1), row.getLong(2), row.getLong(3)));
                }
            }
            return rows;
        }
    }

    private Row row(Way way, String type, long other, long said) {
        long self = node.position();
        Edge edge = way == Way.OUT ? new Edge(self, other, type, said) : new Edge(other, self, type, said);
        return new Row(edge, new Place(way.ordinal(), type, other));
    }

    /** The edge to another event, if it holds. */
    Optional<Edge> to(Node target, String type) throws SQLException {
        var found = new ArrayList<Edge>();
        links(Way.OUT, "=", type, target.position() - 1, 1).stream()
                .map(Row::edge)
                .filter(edge -> edge.target() == target.position())
                .forEach(found::add);
        new Exceptions(tables)
                .waited(new long[] {node.position()}, Way.OUT, Set.of(type), below, (from, to, ofType, said) -> {
                    if (to == target.position()) {
                        found.add(new Edge(from, to, ofType, said));
                    }
                    return true;
                });
        Removals removals = removals(Way.OUT);
        return found.stream().filter(edge -> !removals.ended(edge)).max(Comparator.comparingLong(Edge::said));
    }

    Removals removals(Way way) throws SQLException {
        return new Exceptions(tables).removals(new long[] {node.position()}, way, below);
    }

    /** Those of a direction behind a place that had to wait, at most so many. */
    List<Waiting> waiting(Way way, Place behind, int limit) throws SQLException {
        String sql = WAITING.formatted(way.near(), limit);
        try (PreparedStatement select = tables.connection().prepareStatement(sql + tables.immutableRead())) {
            select.setLong(1, tables.ledger());
            select.setString(2, node.id().id());
            select.setLong(3, node.id().version());
            select.setLong(4, below);
            select.setLong(5, Math.floorDiv(behind.number(), ORDINALS));
            select.setLong(6, Math.floorDiv(behind.number(), ORDINALS));
            select.setLong(7, Math.floorMod(behind.number(), ORDINALS));
            select.setLong(8, below);
            var rows = new ArrayList<Waiting>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(waiting(row, way));
                }
            }
            return rows;
        }
    }

    private static Waiting waiting(ResultSet row, Way way) throws SQLException {
        return new Waiting(
                new EventId(row.getString(4), row.getInt(5)),
                row.getString(3),
                new EventId(row.getString(6), row.getInt(7)),
                row.getLong(1),
                new Place(2 + way.ordinal(), "", row.getLong(1) * ORDINALS + row.getLong(2)));
    }
}
