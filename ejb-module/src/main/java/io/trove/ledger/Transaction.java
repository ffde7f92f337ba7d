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
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException failure) {
            rollBack(connection, failure);
            Database.dropReadOnly(connection, failure);
            throw failure;
        } catch (RuntimeException | Error failure) {
            rollBack(connection, failure);
            throw failure;
        }
    }

    /** Whatever else fails on a connection that broke, the failure that broke it is what is told. */
    private static void rollBack(Connection connection, Throwable failure) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException alsoBroken) {
            failure.addSuppressed(alsoBroken);
        }
    }
}
