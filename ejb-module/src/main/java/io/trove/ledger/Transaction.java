package io.trove.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/** A JDBC transaction: commits what the work did, or rolls it back. */
final class Transaction {

    /** Work on a connection. */
    interface Work<T> {
        T run() throws SQLException;
    }

    private Transaction() {}

    static <T> T run(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.run();
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException | Error failure) {
            rollBack(connection, failure);
            throw failure;
        } finally {
            if (!connection.isClosed()) {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void rollBack(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException alsoBroken) {
            failure.addSuppressed(alsoBroken);
        }
    }
}
