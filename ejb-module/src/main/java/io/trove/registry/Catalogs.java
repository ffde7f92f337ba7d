package io.trove.registry;

import io.trove.ledger.Database;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerId;
import io.trove.ledger.LedgerName;
import io.trove.ledger.StoreUnavailable;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** What this server remembers of each ledger's schemas. */
@ApplicationScoped
class Catalogs {

    @Resource(lookup = "jdbc/trove", shareable = false)
    private DataSource source;

    private final Catalog.Shared shared = Catalog.Shared.fresh();
    private final Map<LedgerId, Catalog> met = new ConcurrentHashMap<>();

    Catalog of(Ledger ledger) {
        Catalog known = met.get(ledger.id());
        return known != null ? known : met.computeIfAbsent(ledger.id(), id -> open(ledger));
    }

    private Catalog open(Ledger ledger) {
        try {
            return new Catalog(
                    new SchemaRows(source, Database.of(source), ledger),
                    ledger.name().equals(LedgerName.INSTALLATION),
                    shared);
        } catch (SQLException failure) {
            throw StoreUnavailable.nothingWritten(failure);
        }
    }
}
