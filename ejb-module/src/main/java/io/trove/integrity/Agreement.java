package io.trove.integrity;

import io.trove.filter.Tables;
import io.trove.ledger.Ledger;
import io.trove.ledger.Ledgers;
import io.trove.ledger.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells in the data of {@code /health/ready} what the newest audits found: at once where the audit runs, and half a minute
 * later at the latest on other servers. It is always up: a ledger that disagrees with itself must stay readable, and its
 * readers must be told.
 */
@Readiness
@ApplicationScoped
public class Agreement implements HealthCheck {

    private static final long ASKED_AGAIN_NANOS = 30_000_000_000L;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Store store;

    private final AtomicReference<Found> found = new AtomicReference<>(Found.unknown());

    /** What the newest audit of each ledger found, as of a moment. */
    private record Found(long audited, long disagreements, long asOfNanos) {

        static Found unknown() {
            return new Found(0, 0, System.nanoTime() - ASKED_AGAIN_NANOS);
        }
    }

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

    void ask(@Observes Audited again) {
        found.set(Found.unknown());
    }

    private Found newest() {
        Found known = found.get();
        if (System.nanoTime() - known.asOfNanos() < ASKED_AGAIN_NANOS) {
            return known;
        }
        long now = System.nanoTime();
        long audited = 0;
        long disagreements = 0;
        for (Ledger ledger : ledgers.all()) {
            OptionalLong count = store.with(ledger, Agreement::count);
            audited += count.isPresent() ? 1 : 0;
            disagreements += count.orElse(0);
        }
        var newest = new Found(audited, disagreements, now);
        found.compareAndSet(known, newest);
        return newest;
    }

    /** Until an audit is over, what the one before it found still counts. */
    private static OptionalLong count(Tables tables) throws SQLException {
        var audits = new AuditTable(tables);
        long id = audits.newestId();
        Optional<AuditTable.Kept> newest = audits.find(id);
        Optional<AuditTable.Kept> before =
                newest.filter(running -> running.endedAt().isEmpty()).isPresent()
                        ? audits.find(id - 1)
                        : Optional.empty();
        return Stream.concat(newest.stream(), before.stream())
                .mapToLong(AuditTable.Kept::count)
                .max();
    }
}
