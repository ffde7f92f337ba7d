package io.trove.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** An event's row as it lies in the database. */
record StoredRow(
        long position, String id, long entityVersion, long recordedAt, byte[] digest, byte[] seed, byte[] document) {

    static List<StoredRow> all(DataSource source, Ledger ledger) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        SELECT position, event_id, entity_version, recorded_at, digest, seed, document
                          FROM event
                         WHERE ledger_id = ?
                         ORDER BY position""")) {
            select.setLong(1, ledger.id().value());
            var rows = new ArrayList<StoredRow>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new StoredRow(
                            row.getLong(1),
                            row.getString(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getBytes(5),
                            row.getBytes(6),
                            row.getBytes(7)));
                }
            }
            return rows;
        }
    }
}
