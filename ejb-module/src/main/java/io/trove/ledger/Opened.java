package io.trove.ledger;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A data source whose connections are opened in another way. */
record Opened(DataSource source, Opening opening) implements DataSource {

    /** How a connection is opened. */
    interface Opening {
        Connection open() throws SQLException;
    }

    /** As another account of the database. */
    static DataSource as(DataSource source, String user, String password) {
        return new Opened(source, () -> source.getConnection(user, password));
    }

    /** Without PostgreSQL's bounds on waiting for locks and on saying nothing in a transaction, until a connection is closed. */
    static DataSource patiently(DataSource source) {
        return new Opened(source, () -> patient(source.getConnection()));
    }

    @Override
    public Connection getConnection() throws SQLException {
        return opening.open();
    }

    @Override
    public Connection getConnection(String other, String otherPassword) throws SQLException {
        return source.getConnection(other, otherPassword);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        source.setLogWriter(out);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.setLoginTimeout(seconds);
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("io.trove.ledger");
    }

    @Override
    public <T> T unwrap(Class<T> wanted) throws SQLException {
        return source.unwrap(wanted);
    }

    @Override
    public boolean isWrapperFor(Class<?> wanted) throws SQLException {
        return source.isWrapperFor(wanted);
    }

    private static Connection patient(Connection connection) throws SQLException {
        execute(connection, "SET lock_timeout = 0; SET idle_in_transaction_session_timeout = 0");
        return (Connection) Proxy.newProxyInstance(
                Opened.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close") && !connection.isClosed()) {
                        execute(connection, "RESET lock_timeout; RESET idle_in_transaction_session_timeout");
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private static void execute(Connection connection, String statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
