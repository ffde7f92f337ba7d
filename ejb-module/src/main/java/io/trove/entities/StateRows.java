package io.trove.entities;

import static java.util.stream.Collectors.groupingBy;

import io.trove.event.Json;
import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A generation of the states of a ledger's entities as far as it is followed, and how far that is. Both change together. */
record StateRows(Tables tables, long generation) {

    private static final String PROGRESS = """
            SELECT position
              FROM entity_progress
             WHERE ledger_id = ?
               AND generation = ?""";

    private static final String BEGIN = """
            INSERT INTO entity_progress (ledger_id, generation, position, fence)
            VALUES (?, ?, ?, 0)""";

    private static final String MOVE_ON = """
            UPDATE entity_progress
               SET position = ?,
                   fence = ?
             WHERE ledger_id = ?
               AND generation = ?
               AND position = ?
               AND fence <= ?""";

    private static final String COLUMNS = """
            SELECT entity_type,
                   entity_id,
                   state,
                   parked_at,
                   parked_why
              FROM entity_state
             WHERE ledger_id = ?
               AND generation = ?""";

    private static final String ONE = COLUMNS + """

               AND entity_type = ?
               AND entity_id = ?""";

    /** Where a statement has a way to go: those of a type together. */
    private static final String SOME = COLUMNS + """

               AND entity_type = ?
               AND entity_id = ANY (?)""";

    private static final String OF_TYPE = COLUMNS + """

               AND entity_type = ?
               AND entity_id > ?
             ORDER BY entity_id
             FETCH FIRST %d ROWS ONLY""";

    private static final String NEW = """
            INSERT INTO entity_state
                   (position, deleted_at, parked_at, parked_why, state, ledger_id, generation, entity_type, entity_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String CHANGED = """
            UPDATE entity_state
               SET position = ?,
                   deleted_at = ?,
                   parked_at = ?,
                   parked_why = ?,
                   state = ?
             WHERE ledger_id = ?
               AND generation = ?
               AND entity_type = ?
               AND entity_id = ?""";

    /** An entity's row, and whether it was parked as it was read. */
    record Kept(State state, Optional<Parked> parked, Optional<Parked> wasParked, boolean isNew) {

        static Kept of(EntityId entity) {
            return new Kept(State.before(entity), Optional.empty(), Optional.empty(), true);
        }

        Kept after(State next, Optional<Parked> stuck) {
            return new Kept(next, stuck, wasParked, isNew);
        }
    }

    /** The first position that is not followed. */
    long followed() throws SQLException {
        try (PreparedStatement select = prepared(PROGRESS);
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    Optional<Kept> find(EntityId entity) throws SQLException {
        return rows(ONE, entity.type(), entity.id()).stream().findFirst();
    }

    /** The rows of those among these that have one, in no order. */
    List<Kept> find(Collection<EntityId> entities) throws SQLException {
        var found = new ArrayList<Kept>();
        try (PreparedStatement select = prepared(tables.embedded() ? ONE : SOME)) {
            if (tables.embedded()) {
                for (EntityId each : entities) {
                    found.addAll(rows(select, each.type(), each.id()));
                }
                return found;
            }
            for (var ofType :
                    entities.stream().collect(groupingBy(EntityId::type)).entrySet()) {
                Object[] ids = ofType.getValue().stream().map(EntityId::id).toArray();
                found.addAll(rows(select, ofType.getKey(), tables.connection().createArrayOf("text", ids)));
            }
            return found;
        }
    }

    /** Entities of a type behind this id, in the order of their ids. */
    List<Kept> ofType(String type, String after, int limit) throws SQLException {
        return rows(OF_TYPE.formatted(limit), type, after);
    }

    private List<Kept> rows(String sql, Object... values) throws SQLException {
        try (PreparedStatement select = prepared(sql)) {
            return rows(select, values);
        }
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement select = tables.connection().prepareStatement(sql);
        select.setLong(1, tables.ledger());
        select.setLong(2, generation);
        return select;
    }

    private static List<Kept> rows(PreparedStatement select, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            select.setObject(i + 3, values[i]);
        }
        var rows = new ArrayList<Kept>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.add(kept(row));
            }
        }
        return rows;
    }

    static Kept kept(ResultSet row) throws SQLException {
        State state = State.read(Json.kept(row.getBytes(3)));
        long parkedAt = row.getLong(4);
        Optional<Parked> parked =
                row.wasNull() ? Optional.empty() : Optional.of(new Parked(parkedAt, row.getString(5)));
        return new Kept(state, parked, parked, false);
    }

    /** Moves on from one position to another with what changed, both or neither; false when another server was there. */
    boolean moveOn(long from, long to, long fence, Collection<Kept> changed) throws SQLException {
        if (from == 0) {
            beginAt(0);
        }
        tables.connection().setAutoCommit(false);
        try {
            boolean moved = moved(from, to, fence);
            if (moved) {
                write(NEW, changed.stream().filter(Kept::isNew).toList());
                write(CHANGED, changed.stream().filter(each -> !each.isNew()).toList());
            }
            tables.connection().commit();
            return moved;
        } catch (SQLException failure) {
            tables.connection().rollback();
            throw failure;
        } finally {
            tables.connection().setAutoCommit(true);
        }
    }

    /** Says that every event below this position is in the states, unless something was said before. */
    void beginAt(long position) throws SQLException {
        try (PreparedStatement insert = tables.connection().prepareStatement(BEGIN)) {
            insert.setLong(1, tables.ledger());
            insert.setLong(2, generation);
            insert.setLong(3, position);
            insert.executeUpdate();
        } catch (SQLException failure) {
            if (!String.valueOf(failure.getSQLState()).startsWith("23")) {
                throw failure;
            }
        }
    }

    /** In the transaction of whoever calls; fails when one of them is there. */
    void insert(List<Kept> rows) throws SQLException {
        write(NEW, rows);
    }

    private boolean moved(long from, long to, long fence) throws SQLException {
        try (PreparedStatement update = tables.connection().prepareStatement(MOVE_ON)) {
            update.setLong(1, to);
            update.setLong(2, fence);
            update.setLong(3, tables.ledger());
            update.setLong(4, generation);
            update.setLong(5, from);
            update.setLong(6, fence);
            return update.executeUpdate() == 1;
        }
    }

    private void write(String sql, List<Kept> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement write = tables.connection().prepareStatement(sql)) {
            for (Kept each : rows) {
                write.setLong(1, each.state().position());
                write.setLong(2, each.state().content().deletedAt());
                write.setObject(3, each.parked().map(Parked::position).orElse(null), Types.BIGINT);
                write.setString(4, each.parked().map(Parked::why).orElse(null));
                write.setBytes(5, each.state().canonical());
                write.setLong(6, tables.ledger());
                write.setLong(7, generation);
                write.setString(8, each.state().entity().type());
                write.setString(9, each.state().entity().id());
                write.addBatch();
            }
            write.executeBatch();
        }
        new ParkedRows(tables, generation).follow(rows);
    }
}
