package io.trove.query;

import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds the type of an entity of which only the id is known, by a walk over the types that were recorded with it. */
final class EntityTypes {

    static final int TYPES_MAX = 1_000;

    private static final String NEXT = """
            SELECT entity_type
              FROM event --DERBY-PROPERTIES index=event_entity
             WHERE ledger_id = ?
               AND entity_id = ?
               AND entity_type > ?
               AND position < ?
             ORDER BY entity_type
             FETCH FIRST 1 ROW ONLY""";

    private static final String FIRST = """
            SELECT MIN(position)
              FROM event --DERBY-PROPERTIES index=event_entity
             WHERE ledger_id = ?
               AND entity_id = ?
               AND entity_type = ?
               AND position < ?""";

    private final Tables tables;

    EntityTypes(Tables tables) {
        this.tables = tables;
    }

    /** The type that was recorded first with this id, among the first {@link #TYPES_MAX} types that it has. */
    Optional<String> firstWith(String entityId, long below) throws SQLException {
        Optional<String> first = Optional.empty();
        long firstPosition = below;
        Optional<String> type = after(entityId, "", below);
        for (int types = 0; type.isPresent() && types < TYPES_MAX; types++) {
            OptionalLong position = first(type.get(), entityId, below);
            if (position.isPresent() && position.getAsLong() < firstPosition) {
                firstPosition = position.getAsLong();
                first = type;
            }
            type = after(entityId, type.get(), below);
        }
        return first;
    }

    private Optional<String> after(String entityId, String type, long below) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(NEXT + tables.immutableRead())) {
            select.setLong(1, tables.ledger());
            select.setString(2, entityId);
            select.setString(3, type);
            select.setLong(4, below);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    private OptionalLong first(String type, String entityId, long below) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(FIRST + tables.immutableRead())) {
            select.setLong(1, tables.ledger());
            select.setString(2, entityId);
            select.setString(3, type);
            select.setLong(4, below);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                long position = row.getLong(1);
                return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(position);
            }
        }
    }
}
