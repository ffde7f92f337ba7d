package io.trove.links;

import io.trove.event.EventId;
import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Tells positions from names and names from positions, below a bound that is published. */
final class Nodes {

    private static final String SELECT = """
            SELECT position,
                   event_id,
                   event_version,
                   type
              FROM event --DERBY-PROPERTIES %s
             WHERE ledger_id = ?
               AND position < ?""";

    private static final String NAMED = SELECT.formatted("index=event_id") + " AND event_id IN ";
    private static final String PLACED = SELECT.formatted("constraint=event_pk") + " AND position IN ";
    private static final String NEWEST = SELECT.formatted("index=event_id") + """
             AND event_id = ?
             ORDER BY event_version DESC
             FETCH FIRST 1 ROW ONLY""";
    private static final String VERSION =
            SELECT.formatted("index=event_id") + " AND event_id = ? AND event_version = ?";

    private static final String CHANGES = """
            SELECT entity_version
              FROM event --DERBY-PROPERTIES index=event_entity
             WHERE ledger_id = ?
               AND position < ?
               AND entity_id = ?
               AND entity_type = ?
             ORDER BY position DESC
             FETCH FIRST 1 ROW ONLY""";

    private final Tables tables;

    Nodes(Tables tables) {
        this.tables = tables;
    }

    /** The event of this id, in this version or the newest, if it is there below a bound. */
    Optional<Node> find(String id, OptionalInt version, long below) throws SQLException {
        try (PreparedStatement select = prepare(version.isPresent() ? VERSION : NEWEST, below)) {
            select.setString(3, id);
            if (version.isPresent()) {
                select.setLong(4, version.getAsInt());
            }
            return all(select).stream().findFirst();
        }
    }

    /** All versions of the events of these ids. */
    List<Node> named(Collection<String> ids, long below) throws SQLException {
        var nodes = new ArrayList<Node>(ids.size());
        for (List<String> some : InList.parts(ids)) {
            try (PreparedStatement select = prepare(NAMED + InList.marks(some.size()), below)) {
                for (int i = 0; i < InList.padded(some.size()); i++) {
                    select.setString(3 + i, some.get(Math.min(i, some.size() - 1)));
                }
                nodes.addAll(all(select));
            }
        }
        return nodes;
    }

    /** What is at these positions. */
    Map<Long, Node> at(Collection<Long> positions, long below) throws SQLException {
        var nodes = new HashMap<Long, Node>();
        for (List<Long> some : InList.parts(positions)) {
            try (PreparedStatement select = prepare(PLACED + InList.marks(some.size()), below)) {
                for (int i = 0; i < InList.padded(some.size()); i++) {
                    select.setLong(3 + i, some.get(Math.min(i, some.size() - 1)));
                }
                all(select).forEach(node -> nodes.put(node.position(), node));
            }
        }
        return nodes;
    }

    /** How many events an entity has below a bound. */
    long changes(String entityType, String entityId, long below) throws SQLException {
        try (PreparedStatement select = prepare(CHANGES, below)) {
            select.setString(3, entityId);
            select.setString(4, entityType);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private PreparedStatement prepare(String sql, long below) throws SQLException {
        PreparedStatement select = tables.connection().prepareStatement(sql + tables.immutableRead());
        select.setLong(1, tables.ledger());
        select.setLong(2, below);
        return select;
    }

    private static List<Node> all(PreparedStatement select) throws SQLException {
        var nodes = new ArrayList<Node>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                nodes.add(new Node(row.getLong(1), new EventId(row.getString(2), row.getInt(3)), row.getString(4)));
            }
        }
        return nodes;
    }
}
