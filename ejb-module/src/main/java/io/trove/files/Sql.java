package io.trove.files;

import io.trove.ledger.Database;
import io.trove.ledger.StoreUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Statements on the database, each with its values in their order. */
record Sql(DataSource source) {

    private static final String DUPLICATE = "23505";

    /** What is made of a row. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What is done in one transaction. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** How many rows it changed. */
    int update(String sql, Object... values) {
        return with(connection -> update(connection, sql, values));
    }

    static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement update = bound(connection, sql, values)) {
            return update.executeUpdate();
        }
    }

    /** Whether the row is new; one of its key stays as it is. */
    boolean insert(String sql, Object... values) {
        return with(connection -> {
            try {
                return update(connection, sql, values) == 1;
            } catch (SQLException failure) {
                if (DUPLICATE.equals(failure.getSQLState())) {
                    return false;
                }
                throw failure;
            }
        });
    }

    <T> List<T> select(Reader<T> reader, String sql, Object... values) {
        return with(connection -> select(connection, reader, sql, values));
    }

    static <T> List<T> select(Connection connection, Reader<T> reader, String sql, Object... values)
            throws SQLException {
        var found = new ArrayList<T>();
        try (PreparedStatement select = bound(connection, sql, values);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(reader.read(row));
            }
        }
        return found;
    }

    /** All or nothing. */
    <T> T transaction(Work<T> work) {
        return with(connection -> {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        });
    }

    <T> T with(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work(connection, work);
        } catch (SQLException failure) {
            throw StoreUnavailable.nothingWritten(failure);
        }
    }

    private static <T> T work(Connection connection, Work<T> work) throws SQLException {
        try {
            return work.on(connection);
        } catch (SQLException failure) {
            Database.dropReadOnly(connection, failure);
            throw failure;
        }
    }

    private static PreparedStatement bound(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
