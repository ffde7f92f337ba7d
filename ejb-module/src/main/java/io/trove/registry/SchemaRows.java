package io.trove.registry;

import io.trove.ledger.Database;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerId;
import io.trove.ledger.StoreUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads what is registered in a ledger: rows that never change, below a position that is published, so that it never waits. */
final class SchemaRows {

    private static final String SETTINGS = """
            SELECT position,
                   schema_id,
                   version,
                   name,
                   value
              FROM schema_setting
             WHERE ledger_id = ?
               AND position >= ?
               AND position < ?""";

    private static final String OF_SCHEMA = """

               AND schema_id = ?""";

    /** Of one event the status first, because it makes the version that the rest is about. */
    private static final String IN_ORDER = """

             ORDER BY position, name DESC""";

    private static final String IDS = """
            SELECT DISTINCT schema_id
              FROM schema_version
             WHERE ledger_id = ?
               AND schema_id > ?
               AND position < ?
             ORDER BY schema_id
             FETCH FIRST %d ROWS ONLY""";

    private static final String OF_VERSION = """
            SELECT schema_id
              FROM schema_version
             WHERE ledger_id = ?
               AND version = ?
             FETCH FIRST 1 ROWS ONLY""";

    private static final String DOCUMENT = """
            SELECT document
              FROM event
             WHERE ledger_id = ?
               AND position = ?""";

    private final DataSource source;
    private final Database database;
    private final Ledger ledger;

    SchemaRows(DataSource source, Database database, Ledger ledger) {
        this.source = source;
        this.database = database;
        this.ledger = ledger;
    }

    LedgerId ledger() {
        return ledger.id();
    }

    /** What was set from one position on up to, but without, another. */
    List<Setting> settings(long from, long to) {
        return settings(SETTINGS + IN_ORDER, from, to, Optional.empty());
    }

    /** What was ever set of a schema below a position. */
    List<Setting> settings(String schemaId, long below) {
        return settings(SETTINGS + OF_SCHEMA + IN_ORDER, 0, below, Optional.of(schemaId));
    }

    private List<Setting> settings(String sql, long from, long to, Optional<String> schemaId) {
        var rows = new ArrayList<Setting>();
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(sql + database.immutableRead())) {
            select.setLong(1, ledger.id().value());
            select.setLong(2, from);
            select.setLong(3, to);
            if (schemaId.isPresent()) {
                select.setString(4, schemaId.get());
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Setting(
                            row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
                }
            }
        } catch (SQLException failure) {
            throw StoreUnavailable.nothingWritten(failure);
        }
        return rows;
    }

    /** The schemas' ids after this one, in their order. */
    List<String> ids(String after, int limit, long below) {
        var ids = new ArrayList<String>();
        try (Connection connection = source.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(IDS.formatted(limit) + database.immutableRead())) {
            select.setLong(1, ledger.id().value());
            select.setString(2, after);
            select.setLong(3, below);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getString(1));
                }
            }
        } catch (SQLException failure) {
            throw StoreUnavailable.nothingWritten(failure);
        }
        return ids;
    }

    /** Whether a schema has a version of this name. */
    boolean hasVersion(String version) {
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(OF_VERSION + database.immutableRead())) {
            select.setLong(1, ledger.id().value());
            select.setString(2, version);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException failure) {
            throw StoreUnavailable.nothingWritten(failure);
        }
    }

    /** The document of the event at a position. */
    byte[] document(long position) {
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(DOCUMENT + database.immutableRead())) {
            select.setLong(1, ledger.id().value());
            select.setLong(2, position);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("The event at position " + position + " of a schema is not there");
                }
                return row.getBytes(1);
            }
        } catch (SQLException failure) {
            throw StoreUnavailable.nothingWritten(failure);
        }
    }
}
