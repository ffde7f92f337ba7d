package io.trove.entities;

import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Forgets a generation of states that does not count, some rows at a time. */
record Clearing(Tables tables, long generation) {

    private static final int ROWS_MAX = 500;

    private static final String STATES = """
            SELECT entity_type,
                   entity_id
              FROM entity_state
             WHERE ledger_id = ?
               AND generation = ?
             FETCH FIRST %d ROWS ONLY""".formatted(ROWS_MAX);

    private static final String FORGET_STATE = """
            DELETE FROM entity_state
             WHERE ledger_id = ?
               AND generation = ?
               AND entity_type = ?
               AND entity_id = ?""";

    private static final String SNAPSHOTS = """
            SELECT DISTINCT entity_type,
                   entity_id
              FROM entity_snapshot
             WHERE ledger_id = ?
               AND generation = ?
             FETCH FIRST %d ROWS ONLY""".formatted(ROWS_MAX);

    private static final String FORGET_SNAPSHOTS = """
            DELETE FROM entity_snapshot
             WHERE ledger_id = ?
               AND generation = ?
               AND entity_type = ?
               AND entity_id = ?""";

    private static final String PARKED = """
            SELECT position
              FROM entity_parked
             WHERE ledger_id = ?
               AND generation = ?
             ORDER BY position
             FETCH FIRST %d ROWS ONLY""".formatted(ROWS_MAX);

    private static final String FORGET_PARKED = """
            DELETE FROM entity_parked
             WHERE ledger_id = ?
               AND generation = ?
               AND position <= ?""";

    private static final String FORGET_PROGRESS = """
            DELETE FROM entity_progress
             WHERE ledger_id = ?
               AND generation = ?""";

    /** How much was forgotten this time; 0 when there was none left. */
    int next() throws SQLException {
        int forgotten = forget(STATES, FORGET_STATE) + forget(SNAPSHOTS, FORGET_SNAPSHOTS) + forgetParked();
        if (forgotten == 0) {
            try (PreparedStatement delete = tables.connection().prepareStatement(FORGET_PROGRESS)) {
                delete.setLong(1, tables.ledger());
                delete.setLong(2, generation);
                delete.executeUpdate();
            }
        }
        return forgotten;
    }

    private int forget(String select, String delete) throws SQLException {
        List<EntityId> some = some(select);
        tables.connection().setAutoCommit(false);
        try (PreparedStatement forget = tables.connection().prepareStatement(delete)) {
            for (EntityId each : some) {
                forget.setLong(1, tables.ledger());
                forget.setLong(2, generation);
                forget.setString(3, each.type());
                forget.setString(4, each.id());
                forget.addBatch();
            }
            forget.executeBatch();
            tables.connection().commit();
        } catch (SQLException failure) {
            tables.connection().rollback();
            throw failure;
        } finally {
            tables.connection().setAutoCommit(true);
        }
        return some.size();
    }

    private int forgetParked() throws SQLException {
        long last = -1;
        try (PreparedStatement select = tables.connection().prepareStatement(PARKED)) {
            select.setLong(1, tables.ledger());
            select.setLong(2, generation);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    last = row.getLong(1);
                }
            }
        }
        if (last < 0) {
            return 0;
        }
        try (PreparedStatement delete = tables.connection().prepareStatement(FORGET_PARKED)) {
            delete.setLong(1, tables.ledger());
            delete.setLong(2, generation);
            delete.setLong(3, last);
            return delete.executeUpdate();
        }
    }

    private List<EntityId> some(String sql) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(sql)) {
            select.setLong(1, tables.ledger());
            select.setLong(2, generation);
            var some = new ArrayList<EntityId>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    some.add(new EntityId(row.getString(1), row.getString(2)));
                }
            }
            return some;
        }
    }
}
