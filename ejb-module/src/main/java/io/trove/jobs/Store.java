package io.trove.jobs;

import io.trove.filter.Tables;
import io.trove.ledger.Database;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerId;
import io.trove.ledger.StoreUnavailable;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/** The database, for as long as something is done with a ledger's tables in it. */
@ApplicationScoped
class Store {

    private static final String LEDGERS = """
            SELECT DISTINCT ledger_id
              FROM job
             WHERE state = ?""";

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

    /** The ledgers, by their ids, that have a job in this state. */
    Set<LedgerId> ledgersWith(JobState state) {
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(LEDGERS)) {
            select.setString(1, state.text());
            var ledgers = new HashSet<LedgerId>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ledgers.add(new LedgerId(row.getLong(1)));
                }
            }
            return ledgers;
        } catch (SQLException failure) {
            throw StoreUnavailable.nothingWritten(failure);
        }
    }

    static <T> T with(DataSource source, Database database, Ledger ledger, Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.on(database.tables(connection, ledger.id()));
        } catch (SQLException failure) {
            throw StoreUnavailable.nothingWritten(failure);
        }
    }
}
