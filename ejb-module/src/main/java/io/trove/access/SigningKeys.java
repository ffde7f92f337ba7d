package io.trove.access;

import io.trove.evidence.VerifyingKey;
import io.trove.ledger.Appender;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import io.trove.ledger.StoreUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The public keys that sign for ledgers, as the events of each recorded them. */
@ApplicationScoped
public class SigningKeys {

    @PersistenceContext
    private EntityManager rows;

    @Inject
    private Appender appender;

    /** A key, and the position of the event that made it the ledger's. */
    public record Recorded(long position, VerifyingKey key) {}

    /** All that a ledger ever had, the first first. */
    public List<Recorded> of(Ledger ledger) {
        return StoreUnavailable.reading(() -> rows.createNamedQuery("SigningKeyRow.of", SigningKeyRow.class)
                .setParameter("ledger", ledger.id().value())
                .getResultStream()
                .map(row -> new Recorded(row.position(), VerifyingKey.parse(row.publicKey())))
                .toList());
    }

    /**
     * Records another key for a ledger that had these; its position. When another rotation came first, it is refused, and
     * nothing has changed.
     */
    public long rotate(Ledger ledger, Caller by, Optional<String> id, VerifyingKey next, List<VerifyingKey> had) {
        return appender.append(ledger, Caller.trove(), KeyEvents.rotated(ledger, by, id, next, had))
                .get(0)
                .position();
    }

    /** The one that signs for a ledger now. */
    public VerifyingKey newest(Ledger ledger) {
        List<Recorded> all = of(ledger);
        return all.get(all.size() - 1).key();
    }

    /** Those that sign for any ledger now. */
    public Set<VerifyingKey> current() {
        return StoreUnavailable.reading(() -> rows.createNamedQuery("SigningKeyRow.current", String.class)
                .getResultStream()
                .map(VerifyingKey::parse)
                .collect(Collectors.toSet()));
    }
}
