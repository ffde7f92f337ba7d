package io.trove.access;

import static java.util.stream.Collectors.toSet;

import io.trove.ledger.Appender;
import io.trove.ledger.Caller;
import io.trove.ledger.IdTaken;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerName;
import io.trove.ledger.Ledgers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Set;
import java.util.stream.Stream;

/** How an organization comes to be: first the event that says so, then its ledgers, which a later attempt completes. */
@ApplicationScoped
class Founding {

    @PersistenceContext
    private EntityManager rows;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Appender appender;

    @Inject
    private SigningKeys keys;

    /** Makes the organization, or what is missing of it, and says whether it is new. */
    boolean found(Caller by, String name) {
        Ledger installation = ledgers.find(LedgerName.INSTALLATION);
        boolean isNew = !isRecorded(installation, name) && record(installation, by, name);
        ledgersOf(name).forEach(this::create);
        return isNew;
    }

    /** Makes the organization unless it was ever made: what is missing of it is then for others to complete. */
    void foundOnce(Caller by, String name) {
        if (!isRecorded(ledgers.find(LedgerName.INSTALLATION), name)) {
            found(by, name);
        }
    }

    /** Makes the ledgers that a crash kept from being made; one that was removed comes again only when it is asked for. */
    void completeAll() {
        Set<LedgerName> there = ledgers.all().stream().map(Ledger::name).collect(toSet());
        rows.createNamedQuery("OrganizationRow.all", OrganizationRow.class)
                .setParameter(
                        "ledger", ledgers.find(LedgerName.INSTALLATION).id().value())
                .getResultStream()
                .flatMap(organization -> ledgersOf(organization.name()))
                .filter(ledger -> !there.contains(ledger) && !ledgers.wasRemoved(ledger))
                .forEach(this::create);
    }

    private boolean isRecorded(Ledger installation, String name) {
        return !rows.createNamedQuery("OrganizationRow.named", OrganizationRow.class)
                .setParameter("ledger", installation.id().value())
                .setParameter("name", name)
                .getResultList()
                .isEmpty();
    }

    private boolean record(Ledger installation, Caller by, String name) {
        try {
            var created = SystemEvents.organizationCreated(by, name, Organization.ENVIRONMENTS);
            return !appender.append(installation, Caller.trove(), created)
                    .get(0)
                    .replay();
        } catch (IdTaken anotherCallerWasFirst) {
            return false;
        }
    }

    private void create(LedgerName ledger) {
        ledgers.create(
                ledger, keys.newest(ledgers.find(LedgerName.INSTALLATION)).text());
    }

    private static Stream<LedgerName> ledgersOf(String organization) {
        return Organization.ENVIRONMENTS.stream().map(environment -> new LedgerName(organization, environment));
    }
}
