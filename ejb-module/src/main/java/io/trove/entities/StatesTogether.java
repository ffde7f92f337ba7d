package io.trove.entities;

import static java.util.stream.Collectors.groupingBy;

import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The states of some entities that have one, read together, and those that are left where they are, because they are large. */
final class StatesTogether {

    /** Once they have so many bytes, the others' are left. */
    private static final long BYTES_MAX = 4L << 20;

    /** Where a statement has a way to go: those of a type together. */
    private static final String SOME = """

               AND entity_type = ?
               AND entity_id = ANY (?)""";

    private final StateRows rows;
    private final List<StateRows.Kept> states = new ArrayList<>();
    private final Set<EntityId> left = new HashSet<>();
    private long bytes;

    private StatesTogether(StateRows rows) {
        this.rows = rows;
    }

    static StatesTogether of(Collection<EntityId> entities, StateRows rows) throws SQLException {
        var together = new StatesTogether(rows);
        if (rows.tables().embedded()) {
            together.each(entities);
        } else {
            together.some(entities);
        }
        return together;
    }

    /** In no order. */
    List<StateRows.Kept> states() {
        return states;
    }

    /** Whose states are to be read when their turn comes, if they have any. */
    Set<EntityId> left() {
        return left;
    }

    long bytes() {
        return bytes;
    }

    private void each(Collection<EntityId> entities) throws SQLException {
        try (PreparedStatement select = rows.prepared(StateRows.ONE)) {
            for (EntityId each : entities) {
                if (bytes > BYTES_MAX) {
                    left.add(each);
                } else {
                    select.setString(3, each.type());
                    select.setString(4, each.id());
                    take(select);
                }
            }
        }
    }

    private void some(Collection<EntityId> entities) throws SQLException {
        Tables tables = rows.tables();
        try (PreparedStatement select = rows.prepared(StateRows.COLUMNS.formatted(tables.together("state")) + SOME)) {
            for (var ofType :
                    entities.stream().collect(groupingBy(EntityId::type)).entrySet()) {
                Object[] ids = ofType.getValue().stream().map(EntityId::id).toArray();
                select.setString(3, ofType.getKey());
                select.setArray(4, tables.connection().createArrayOf("text", ids));
                take(select);
            }
        }
    }

    private void take(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                byte[] state = row.getBytes(3);
                if (state == null) {
                    left.add(new EntityId(row.getString(1), row.getString(2)));
                } else {
                    bytes += state.length;
                    states.add(StateRows.kept(row, state));
                }
            }
        }
    }
}
