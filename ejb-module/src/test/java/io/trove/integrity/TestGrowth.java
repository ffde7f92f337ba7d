package io.trove.integrity;

import io.trove.ledger.Appending;
import io.trove.ledger.Database;
import io.trove.ledger.TestLedger;
import io.trove.merkle.Tree;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** Lets tests of other packages grow a ledger's tree, prove from it and audit it as the container does. */
public final class TestGrowth {

    private TestGrowth() {}

    public static Consumer<Appending> contributor() {
        return new Growth()::grow;
    }

    /** The tree from the tiles that were kept. */
    public static Tree tree(Database kind, Connection connection, TestLedger ledger) {
        return new StoredTiles(kind.tables(connection, ledger.ledger().id())).tree(ledger.size());
    }

    /** Audits a ledger; how much disagrees. */
    public static long audit(Database kind, Connection connection, TestLedger ledger) throws SQLException {
        var tables = kind.tables(connection, ledger.ledger().id());
        var audits = new AuditTable(tables);
        var audit = new Audit(ledger.ledger(), new LedgerKeys(List.of()), System::nanoTime);
        long id = audits.begin("benchmark", 0, Audit.head(tables));
        boolean more = true;
        while (more) {
            more = audit.goOn(tables, audits.find(id).orElseThrow());
        }
        return audits.find(id).orElseThrow().count();
    }
}
