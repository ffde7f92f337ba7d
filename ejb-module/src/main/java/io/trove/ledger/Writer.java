package io.trove.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/** How a database takes a batch's rows in the fewest statements. */
interface Writer {

    /** Moves the head and writes the rows, or does neither and returns false when the head is not where it was thought. */
    boolean write(Connection connection, LedgerId ledger, Head from, Head to, WriteSet rows) throws SQLException;

    /** Whether {@link #write} is one statement, which needs no transaction around it. */
    boolean isOneStatement();

    static Writer of(Database database) {
        return database == Database.POSTGRESQL ? new PostgresWriter() : new DerbyWriter();
    }
}
