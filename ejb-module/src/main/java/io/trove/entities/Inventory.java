package io.trove.entities;

import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What a generation of states has: how many entities, and of which types. */
record Inventory(Tables tables, long generation) {

    private static final String COUNT = """
            SELECT COUNT(*)
              FROM entity_state
             WHERE ledger_id = ?
               AND generation = ?""";

    private static final String NEXT_TYPE = """
            SELECT entity_type
              FROM entity_state
             WHERE ledger_id = ?
               AND generation = ?
               AND entity_type > ?
             ORDER BY entity_type
             FETCH FIRST 1 ROW ONLY""";

    long count() throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(COUNT)) {
            select.setLong(1, tables.ledger());
            select.setLong(2, generation);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** The first type of entities behind this one. */
    Optional<String> typeAfter(String type) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(NEXT_TYPE)) {
            select.setLong(1, tables.ledger());
            select.setLong(2, generation);
            select.setString(3, type);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }
}
