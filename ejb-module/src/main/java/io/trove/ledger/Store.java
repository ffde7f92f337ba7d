package io.trove.ledger;

import io.trove.filter.Tables;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The database, for as long as something is done in it, each time over a connection of its own. */
@ApplicationScoped
public class Store {

    @Resource(lookup = "jdbc/trove", shareable = false)
    private DataSource source;

    private Database database;

    @PostConstruct
    void recogniseDatabase() {
        try {
            database = Database.of(source);
        } catch (SQLException failure) {
            throw StoreUnavailable.nothingWritten(failure);
        }
    }

    /** What is done with a ledger's tables. */
    public interface Work<T> {
        T on(Tables tables) throws SQLException;
    }

    /** What is done with the tables of all ledgers. */
    public interface Look<T> {
        T over(Connection connection) throws SQLException;
    }

    public <T> T with(Ledger ledger, Work<T> work) {
        return overAll(connection -> work.on(database.tables(connection, ledger.id())));
    }

    public <T> T overAll(Look<T> look) {
        try (Connection connection = source.getConnection()) {
            return look(connection, look);
        } catch (SQLException failure) {
            throw StoreUnavailable.nothingWritten(failure);
        }
    }

    private static <T> T look(Connection connection, Look<T> look) throws SQLException {
        try {
            return look.over(connection);
        } catch (SQLException failure) {
            Database.dropReadOnly(connection, failure);
            throw failure;
        }
    }
}
