package io.trove.entities;

import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/**
 * The rows by which entities are found that an event names. They are written with the event; those of events that an earlier
 * build of Trove recorded, which did not write them yet, are filled in.
 */
record NamingRows(Tables tables) {

    private static final String IS_THERE = """
            SELECT position
              FROM entity_naming --DERBY-PROPERTIES index=entity_naming_entity
             WHERE ledger_id = ?
               AND entity_id = ?
               AND entity_type = ?
               AND position = ?""";

    private static final String FILL_IN = """
            INSERT INTO entity_naming (ledger_id, entity_id, entity_type, position)
            VALUES (?, ?, ?, ?)""";

    /** Sees to it that these are found for the event at this position. */
    void fillIn(Set<EntityId> named, long position) throws SQLException {
        for (EntityId each : named) {
            if (!isThere(each, position)) {
                fillIn(each, position);
            }
        }
    }

    private boolean isThere(EntityId entity, long position) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(IS_THERE + tables.immutableRead())) {
            set(select, entity, position);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Another server may have been faster. */
    private void fillIn(EntityId entity, long position) throws SQLException {
        try (PreparedStatement insert = tables.connection().prepareStatement(FILL_IN)) {
            set(insert, entity, position);
            insert.executeUpdate();
        } catch (SQLException failure) {
            if (!String.valueOf(failure.getSQLState()).startsWith("23")) {
                throw failure;
            }
        }
    }

    private void set(PreparedStatement statement, EntityId entity, long position) throws SQLException {
        statement.setLong(1, tables.ledger());
        statement.setString(2, entity.id());
        statement.setString(3, entity.type());
        statement.setLong(4, position);
    }
}
