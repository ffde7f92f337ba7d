package io.trove.query;

import io.trove.access.Sight;
import io.trove.filter.Tables;
import io.trove.ledger.Database;
import io.trove.ledger.StoreUnavailable;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The database, for as long as something is read from the tables of a ledger that is seen. */
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

    /** What is read from a ledger's tables. */
    interface Read<T> {
        T from(Tables tables) throws SQLException;
    }

    <T> T reading(Sight sight, Read<T> read) {
        try (Connection connection = source.getConnection()) {
            return read.from(database.tables(connection, sight.ledger().id()));
        } catch (SQLException failure) {
            throw StoreUnavailable.nothingWritten(failure);
        }
    }
}
