package io.trove.ledger;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A data source as seen by another account of its database. */
record Account(DataSource source, String user, String password) implements DataSource {

    @Override
    public Connection getConnection() throws SQLException {
        return source.getConnection(user, password);
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
}
