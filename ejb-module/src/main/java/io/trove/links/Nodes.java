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
final class Nodes implements Naming {

    private static final String SELECT = """
            SELECT position,
                   event_id,
                   event_version,
                   type
              FROM event --DERBY-PROPERTIES %s
             WHERE ledger_id = ?
               AND position < ?""";

    private static final String ASKED = """
            SELECT event.position,
                   event.event_id,
                   event.event_version,
                   event.type
              FROM %1$s event --DERBY-PROPERTIES %2$s, joinStrategy=NESTEDLOOP
             WHERE %3$s
               AND event.ledger_id = ?
               AND event.position < ?""";

    private static final String NEWEST =
            SELECT.formatted("index=event_id") + " AND event_id = ? ORDER BY event_version DESC FETCH FIRST 1 ROW ONLY";
    private static final String VERSION =
            SELECT.formatted("index=event_id") + " AND event_id = ? AND event_version = ?";

    /** So many versions of an event are looked at for an answer, whether they may be seen or not. */
    private static final int VERSIONS_MAX = 1_000;

    private static final String VERSIONS = SELECT.formatted("index=event_id")
            + " AND event_id = ? ORDER BY event_version DESC FETCH FIRST " + VERSIONS_MAX + " ROWS ONLY";

    private static final String CHANGES = """
            SELECT entity_version
              FROM event --DERBY-PROPERTIES index=event_entity
             WHERE ledger_id = ?
               AND position < ?
               AND entity_id = ?
               AND entity_type = ?
             ORDER BY position DESC
             FETCH FIRST 1 ROW ONLY""";

    private static final String STRETCH = """
            SELECT position,
                   event_id,
                   event_version,
                   type
              FROM event --DERBY-PROPERTIES constraint=event_pk
             WHERE ledger_id = ?
               AND position < ?
               AND position >= ?
             ORDER BY position""";

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

    /** The newest versions of an event below a bound, the newest first. */
    List<Node> versions(String id, long below) throws SQLException {
        try (PreparedStatement select = prepare(VERSIONS, below)) {
            select.setString(3, id);
            return all(select);
        }
    }

    /** All versions of the events of these ids. */
    List<Node> named(Collection<String> ids, long below) throws SQLException {
        var nodes = new ArrayList<Node>(ids.size());
        for (List<String> some : InList.parts(ids)) {
            String sql = asked(some.size(), "VARCHAR(200)", "index=event_id", "event.event_id");
            try (PreparedStatement select = tables.connection().prepareStatement(sql)) {
                nodes.addAll(all(select, InList.bind(tables, select, some), below));
            }
        }
        return nodes;
    }

    @Override
    public Map<Long, Node> at(Collection<Long> positions, long below) throws SQLException {
        var nodes = new HashMap<Long, Node>();
        for (List<Long> some : InList.parts(positions)) {
            String sql = asked(some.size(), "BIGINT", "constraint=event_pk", "event.position");
            try (PreparedStatement select = tables.connection().prepareStatement(sql)) {
                int index = InList.bind(
                        tables, select, some.stream().mapToLong(Long::longValue).toArray());
                all(select, index, below).forEach(node -> nodes.put(node.position(), node));
            }
        }
        return nodes;
    }

    /** What is in a range of positions, in their order. */
    List<Node> from(long first, long below) throws SQLException {
        try (PreparedStatement select = prepare(STRETCH, below)) {
            select.setLong(3, first);
            return all(select);
        }
    }

    private String asked(int count, String type, String by, String column) {
        return ASKED.formatted(InList.asked(tables, count, type), by, InList.is(tables, column))
                + tables.immutableRead();
    }

    private List<Node> all(PreparedStatement select, int index, long below) throws SQLException {
        select.setLong(index, tables.ledger());
        select.setLong(index + 1, below);
        return all(select);
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
