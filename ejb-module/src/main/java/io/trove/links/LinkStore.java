package io.trove.links;

import io.trove.filter.Tables;
import io.trove.ledger.Database;
import io.trove.ledger.Ledger;
import io.trove.ledger.StoreUnavailable;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Lends a ledger's tables to who reads links. */
@ApplicationScoped
class LinkStore {

    @Resource(lookup = "jdbc/trove", shareable = false)
    private DataSource source;

    /** What is read from a ledger's tables. */
    interface Read<T> {
        T from(Tables tables) throws SQLException;
    }

    /** The database. */
    DataSource source() {
        return source;
    }

    <T> T reading(Ledger ledger, Read<T> read) {
        return reading(source, ledger, read);
    }

    /** Not in a commit for each statement, so that PostgreSQL hands rows over as they are taken, however many there are. */
    static <T> T reading(DataSource source, Ledger ledger, Read<T> read) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return read.from(Database.of(connection).tables(connection, ledger.id()));
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw StoreUnavailable.nothingWritten(failure);
        }
    }
}
