package io.trove.jobs;

import io.trove.filter.Tables;
import io.trove.ledger.Database;
import io.trove.ledger.Ledger;
import io.trove.ledger.StoreUnavailable;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The database, for as long as something is done with a ledger's tables in it. */
@ApplicationScoped
class Store {

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
    interface Work<T> {
        T on(Tables tables) throws SQLException;
    }

    <T> T with(Ledger ledger, Work<T> work) {
        return with(source, database, ledger, work);
    }

    static <T> T with(DataSource source, Database database, Ledger ledger, Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.on(database.tables(connection, ledger.id()));
        } catch (SQLException failure) {
            throw StoreUnavailable.nothingWritten(failure);
        }
    }
}
