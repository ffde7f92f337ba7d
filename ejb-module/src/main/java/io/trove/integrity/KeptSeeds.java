package io.trove.integrity;

import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;

/** The seeds from which the salts of events are derived, and the documents that they salt. */
final class KeptSeeds {

    private static final String SELECT = """
            SELECT %s
              FROM event --DERBY-PROPERTIES constraint=event_pk
             WHERE ledger_id = ?
               AND position = ?""";

    private final Tables tables;

    KeptSeeds(Tables tables) {
        this.tables = tables;
    }

    Map<Long, byte[]> at(SortedSet<Long> positions) throws SQLException {
        return column("seed", positions);
    }

    /** The whole documents, for those who hold views of them. */
    Map<Long, byte[]> documents(SortedSet<Long> positions) throws SQLException {
        return column("document", positions);
    }

    private Map<Long, byte[]> column(String column, SortedSet<Long> positions) throws SQLException {
        var found = new HashMap<Long, byte[]>();
        try (PreparedStatement select =
                tables.connection().prepareStatement(SELECT.formatted(column) + tables.immutableRead())) {
            select.setLong(1, tables.ledger());
            for (long position : positions) {
                select.setLong(2, position);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    found.put(position, row.getBytes(1));
                }
            }
        }
        return found;
    }
}
