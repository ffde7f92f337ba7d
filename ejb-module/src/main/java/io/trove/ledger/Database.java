package io.trove.ledger;

import io.trove.filter.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/** The databases that Trove keeps its tables in, and all that differs between them outside of the writers. */
public enum Database {
    /** Embedded: one process, and readers that would wait for writers unless they say {@code WITH UR}. */
    DERBY(
            " WITH UR",
            "-- ",
            "",
            "CHAR(32) FOR BIT DATA",
            "VARCHAR(32672) FOR BIT DATA",
            "BLOB(64M)",
            "SMALLINT DEFAULT 0"),
    /** A server, shared by any number of Trove servers. */
    POSTGRESQL("", "", "COLLATE \"C\"", "BYTEA", "BYTEA", "BYTEA", "BOOLEAN DEFAULT false");

    private final String immutableRead;
    private final Map<String, String> placeholders;

    Database(
            String immutableRead,
            String roles,
            String binary,
            String hash,
            String bytes,
            String document,
            String falseByDefault) {
        this.immutableRead = immutableRead;
        this.placeholders = Map.of(
                "roles", roles,
                "binary", binary,
                "hash", hash,
                "bytes", bytes,
                "document", document,
                "false_by_default", falseByDefault);
    }

    /** The database behind a data source. */
    public static Database of(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return of(connection);
        }
    }

    /** The database behind a connection. */
    public static Database of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return product.equals("PostgreSQL") ? POSTGRESQL : DERBY;
    }

    /** What ends a query of rows that never change and that is bounded by the published head, so that it never waits. */
    public String immutableRead() {
        return immutableRead;
    }

    /** A ledger's tables over this connection, as filters and readers need them. */
    public Tables tables(Connection connection, LedgerId ledger) {
        return new Tables(connection, immutableRead, this == DERBY, ledger.value());
    }

    /** Whether other servers may write to the same ledgers. */
    public boolean shared() {
        return this == POSTGRESQL;
    }

    /**
     * Takes a connection out of its pool when it failed because it may only read, as those do that were opened while nobody was to
     * write: it would fail for good. To be called when its transaction has ended.
     */
    public static void dropReadOnly(Connection connection, SQLException failure) {
        if (SqlFailure.of(failure) == SqlFailure.READ_ONLY) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException gone) {
                failure.addSuppressed(gone);
            }
        }
    }

    Map<String, String> placeholders() {
        return placeholders;
    }
}
