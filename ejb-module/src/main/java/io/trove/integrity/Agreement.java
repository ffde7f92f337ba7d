package io.trove.integrity;

import io.trove.ledger.Ledger;
import io.trove.ledger.Ledgers;
import io.trove.ledger.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells in the data of {@code /health/ready} what the newest audits found. It is always up: a ledger that disagrees with
 * itself must stay readable, and its readers must be told.
 */
@Readiness
@ApplicationScoped
public class Agreement implements HealthCheck {

    private static final long ASKED_AGAIN_NANOS = 30_000_000_000L;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Store store;

    private volatile Found found = new Found(0, 0, System.nanoTime() - ASKED_AGAIN_NANOS);

    /** What the newest audit of each ledger found, as of a moment. */
    private record Found(long audited, long disagreements, long asOfNanos) {}

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("integrity").up();
        try {
            Found newest = newest();
            return response.withData("auditedLedgers", newest.audited())
                    .withData("disagreements", newest.disagreements())
                    .build();
        } catch (RuntimeException unavailable) {
            return response.withData("unknown", "the database does not answer").build();
        }
    }

    private Found newest() {
        if (System.nanoTime() - found.asOfNanos() >= ASKED_AGAIN_NANOS) {
            long audited = 0;
            long disagreements = 0;
            for (Ledger ledger : ledgers.all()) {
                Optional<AuditTable.Kept> newest = newestOf(ledger);
                audited += newest.isPresent() ? 1 : 0;
                disagreements += newest.map(AuditTable.Kept::count).orElse(0L);
            }
            found = new Found(audited, disagreements, System.nanoTime());
        }
        return found;
    }

    private Optional<AuditTable.Kept> newestOf(Ledger ledger) {
        return store.with(ledger, tables -> {
            var audits = new AuditTable(tables);
            return audits.find(audits.newestId());
        });
    }
}
