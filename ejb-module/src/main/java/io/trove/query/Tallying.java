package io.trove.query;

import io.trove.filter.Tables;
import io.trove.ledger.Appended;
import io.trove.ledger.Database;
import io.trove.ledger.StoreUnavailable;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Counts a block of a ledger as soon as it is full. */
@ApplicationScoped
class Tallying {

    @Resource(lookup = "jdbc/trove", shareable = false)
    private DataSource source;

    void count(@ObservesAsync Appended appended) {
        if (appended.from() / Tally.BLOCK == appended.to() / Tally.BLOCK) {
            return;
        }
        try (Connection connection = source.getConnection()) {
            Tables tables =
                    Database.of(source).tables(connection, appended.ledger().id());
            Tally.keepUp(tables, appended.to());
        } catch (SQLException failure) {
            throw StoreUnavailable.nothingWritten(failure);
        }
    }
}
