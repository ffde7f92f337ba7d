package io.trove.entities;

import io.trove.event.Json;
import io.trove.filter.Tables;
import io.trove.ledger.Burden;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
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

    static final String COLUMNS = """
            SELECT entity_type,
                   entity_id,
                   %s,
                   parked_at,
                   parked_why
              FROM entity_state
             WHERE ledger_id = ?
               AND generation = ?""";

    static final String ONE = COLUMNS.formatted("state") + """

               AND entity_type = ?
               AND entity_id = ?""";

    private static final String OF_TYPE = """

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

    /** An entity's row, and, as it was read, whether it was parked and how many bytes its state had; none of a new one. */
    record Kept(State state, Optional<Parked> parked, Optional<Parked> wasParked, int bytes) {

        static Kept of(EntityId entity) {
            return new Kept(State.before(entity), Optional.empty(), Optional.empty(), 0);
        }

        Kept after(State next, Optional<Parked> stuck) {
            return new Kept(next, stuck, wasParked, bytes);
        }

        boolean isNew() {
            return bytes == 0;
        }

        /** Of what never was, there is nothing to write. */
        boolean isThere() {
            return state.isThere() || parked.isPresent();
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
        try (PreparedStatement select = prepared(ONE)) {
            select.setString(3, entity.type());
            select.setString(4, entity.id());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(kept(row, row.getBytes(3))) : Optional.empty();
            }
        }
    }

    /** Entities of a type behind this id, in the order of their ids. */
    StatePage ofType(String type, String after, int limit) throws SQLException {
        try (PreparedStatement select =
                prepared(COLUMNS.formatted(tables.together("state")) + OF_TYPE.formatted(limit))) {
            select.setString(3, type);
            select.setString(4, after);
            return StatePage.of(select, this, limit);
        }
    }

    PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement select = tables.connection().prepareStatement(sql);
        select.setLong(1, tables.ledger());
        select.setLong(2, generation);
        return select;
    }

    static Kept kept(ResultSet row, byte[] kept) throws SQLException {
        Burden.weighFolded(kept.length);
        State state = State.read(Json.kept(kept));
        long parkedAt = row.getLong(4);
        Optional<Parked> parked =
                row.wasNull() ? Optional.empty() : Optional.of(new Parked(parkedAt, row.getString(5)));
        return new Kept(state, parked, parked, kept.length);
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
                insert(changed.stream().filter(Kept::isNew).toList());
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
        write(NEW, rows.stream().filter(Kept::isThere).toList());
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
            var batch = new Batch(write);
            for (Kept each : rows) {
                byte[] state = each.state().canonical();
                write.setLong(1, each.state().position());
                write.setLong(2, each.state().content().deletedAt());
                write.setObject(3, each.parked().map(Parked::position).orElse(null), Types.BIGINT);
                write.setString(4, each.parked().map(Parked::why).orElse(null));
                write.setBytes(5, state);
                write.setLong(6, tables.ledger());
                write.setLong(7, generation);
                write.setString(8, each.state().entity().type());
                write.setString(9, each.state().entity().id());
                batch.add(state.length);
            }
            batch.send();
        }
        new ParkedRows(tables, generation).follow(rows);
    }
}
