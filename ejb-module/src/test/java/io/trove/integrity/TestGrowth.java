package io.trove.integrity;

import io.trove.files.KeptBytes;
import io.trove.ledger.Appending;
import io.trove.ledger.Database;
import io.trove.ledger.Ledger;
import io.trove.ledger.Store;
import io.trove.ledger.TestLedger;
import io.trove.merkle.Tree;
import io.trove.query.TestIndexing;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Lets tests of other packages grow a ledger's tree, prove from it and audit it as the container does. */
public final class TestGrowth {

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "hand");
        thread.setDaemon(true);
        return thread;
    });

    /** A ledger whose events hold no bytes. */
    static final Audit.Bytes NO_FILES =
            (hash, below) -> Optional.of(new KeptBytes.Reread(Optional.empty(), 0, List.of()));

    private TestGrowth() {}

    public static Consumer<Appending> contributor() {
        return new Growth()::grow;
    }

    /** The tree from the tiles that were kept. */
    public static Tree tree(Database kind, Connection connection, TestLedger ledger) {
        return new StoredTiles(kind.tables(connection, ledger.ledger().id())).tree(ledger.size());
    }

    /** Threads that look at a ledger, each over a connection of its own. */
    static Hands hands(DataSource source, Database kind, Ledger ledger) {
        return new Hands() {
            @Override
            public <T> Future<T> look(Store.Work<T> work) {
                return THREADS.submit(() -> {
                    try (Connection connection = source.getConnection()) {
                        return work.on(kind.tables(connection, ledger.id()));
                    }
                });
            }
        };
    }

    /** Audits a ledger; how much disagrees. */
    public static long audit(DataSource source, Database kind, Connection connection, TestLedger ledger)
            throws SQLException {
        var tables = kind.tables(connection, ledger.ledger().id());
        var audits = new AuditTable(tables);
        var audit = new Audit(
                ledger.ledger(),
                new LedgerKeys(List.of()),
                List.of(TestIndexing.follows()),
                NO_FILES,
                hands(source, kind, ledger.ledger()),
                Audit.STRIDE,
                System::nanoTime);
        long id = audits.begin("benchmark", 0, Whole.head(tables));
        boolean more = true;
        while (more) {
            more = audit.goOn(tables, audits.find(id).orElseThrow());
        }
        return audits.find(id).orElseThrow().count();
    }
}
