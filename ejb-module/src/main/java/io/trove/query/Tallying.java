package io.trove.query;

import io.trove.filter.Tables;
import io.trove.ledger.Appended;
import io.trove.ledger.Database;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Counts a block of a ledger as soon as it is full. */
@ApplicationScoped
class Tallying {

    private static final System.Logger LOG = System.getLogger("io.trove.query");

    @Resource(lookup = "jdbc/trove", shareable = false)
    private DataSource source;

    @Resource
    private ManagedExecutorService threads;

    void count(@Observes Appended appended) {
        if (appended.from() / Tally.BLOCK != appended.to() / Tally.BLOCK) {
            threads.execute(() -> keepUp(appended));
        }
    }

    /** What is not counted now is counted with the next block, or by whoever asks. */
    private void keepUp(Appended appended) {
        try (Connection connection = source.getConnection()) {
            Tables tables =
                    Database.of(source).tables(connection, appended.ledger().id());
            Tally.keepUp(tables, appended.to());
        } catch (SQLException failure) {
            LOG.log(Level.INFO, "A block of " + appended.ledger().name() + " is not counted yet", failure);
        }
    }
}
