package io.trove.entities;

import io.trove.event.Json;
import io.trove.filter.Tables;
import io.trove.ledger.Burden;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * States of entities, each after an event, kept for speed and never needed: whoever folds may write what it came by. Of
 * one entity after one event there is one state, so that it does not matter who was faster.
 *
 * @param generation of the states that they belong to
 */
record Snapshots(Tables tables, long generation) {

    /** One that has the version already may also have what named the entity behind that version's event. */
    private static final String NEWEST = """
            SELECT state
              FROM entity_snapshot --DERBY-PROPERTIES index=entity_snapshot_entity
             WHERE ledger_id = ?
               AND generation = ?
               AND entity_id = ?
               AND entity_type = ?
               AND position < ?
               AND version < ?
               AND created_max <= ?
             ORDER BY position DESC
             FETCH FIRST 1 ROW ONLY""";

    private static final String KEEP = """
            INSERT INTO entity_snapshot
                   (ledger_id, generation, entity_id, entity_type, position, version, event_count, created_max, state)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /** The newest from which a bound is reached. */
    Optional<State> newest(EntityId entity, Bound bound) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(NEWEST + tables.immutableRead())) {
            select.setLong(1, tables.ledger());
            select.setLong(2, generation);
            select.setString(3, entity.id());
            select.setString(4, entity.type());
            select.setLong(5, bound.ceiling());
            select.setLong(6, bound.version());
            select.setLong(7, bound.createdMicros());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(state(row.getBytes(1))) : Optional.empty();
            }
        }
    }

    private static State state(byte[] kept) {
        Burden.weighFolded(kept.length);
        return State.read(Json.kept(kept));
    }

    /** Keeps states, in transactions of their own. */
    void keep(List<State> states) throws SQLException {
        if (states.isEmpty() || tryKeep(states)) {
            return;
        }
        for (State each : states) {
            tryKeep(List.of(each));
        }
    }

    /** All or none; false when one of them is there. */
    private boolean tryKeep(List<State> states) throws SQLException {
        tables.connection().setAutoCommit(false);
        try {
            insert(states);
            tables.connection().commit();
            return true;
        } catch (SQLException failure) {
            tables.connection().rollback();
            if (!isThere(failure)) {
                throw failure;
            }
            return false;
        } finally {
            tables.connection().setAutoCommit(true);
        }
    }

    /** In the transaction of whoever calls; fails when one of them is there. */
    void insert(List<State> states) throws SQLException {
        try (PreparedStatement insert = tables.connection().prepareStatement(KEEP)) {
            var batch = new Batch(insert);
            for (State each : states) {
                byte[] state = each.asAncestor().canonical();
                insert.setLong(1, tables.ledger());
                insert.setLong(2, generation);
                insert.setString(3, each.entity().id());
                insert.setString(4, each.entity().type());
                insert.setLong(5, each.position());
                insert.setLong(6, each.version());
                insert.setLong(7, each.count());
                insert.setLong(8, each.createdMaxMicros());
                insert.setBytes(9, state);
                batch.add(state.length);
            }
            batch.send();
        }
    }

    private static boolean isThere(SQLException failure) {
        for (SQLException each = failure; each != null; each = each.getNextException()) {
            if (String.valueOf(each.getSQLState()).startsWith("23")) {
                return true;
            }
        }
        return false;
    }
}
