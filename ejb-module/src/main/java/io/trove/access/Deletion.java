package io.trove.access;

import io.trove.ledger.Caller;
import io.trove.ledger.IdTaken;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerName;
import io.trove.ledger.LedgerUnknown;
import io.trove.ledger.Ledgers;
import io.trove.ledger.Removing;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Deletes a ledger of the environment {@code development}, as a whole: an event of the organization's {@code system} ledger
 * says so, and from its commit on it is going to be done, whatever happens.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Deletion {

    private static final String DEVELOPMENT = "development";

    @Inject
    private Ledgers ledgers;

    @Inject
    private Granted granted;

    @Inject
    private Desk desk;

    @Inject
    private Removing removing;

    /** What was deleted. */
    public record Deleted(LedgerName ledger, String uid, long size) {}

    /** Deletes the ledger; {@link DeletionRefused} unless the confirmation is its whole name and it may be deleted. */
    public Deleted delete(Caller caller, String organization, String environment, String confirmation) {
        if (!LedgerName.isName(organization) || !LedgerName.isName(environment)) {
            throw new LedgerUnknown(organization, environment);
        }
        var name = new LedgerName(organization, environment);
        Ledger ledger = ledgers.find(name);
        if (granted.of(caller, name).areNone()) {
            throw new LedgerUnknown(organization, environment);
        }
        Ledger home = desk.administered(caller, organization, "Deleting a ledger");
        if (!environment.equals(DEVELOPMENT)) {
            throw DeletionRefused.environment(name);
        }
        if (!name.toString().equals(confirmation)) {
            throw DeletionRefused.unconfirmed(name);
        }
        if (!removing.isAble(ledger)) {
            throw DeletionRefused.account(name);
        }
        long size = ledgers.head(ledger).size();
        record(caller, home, ledger, size);
        removing.remove(ledger);
        return new Deleted(name, ledger.uid(), size);
    }

    private void record(Caller caller, Ledger home, Ledger ledger, long size) {
        try {
            desk.append(home, SystemEvents.ledgerDeleted(caller, ledger, size));
        } catch (IdTaken anotherWasFirst) {
            System.getLogger("io.trove.access")
                    .log(System.Logger.Level.INFO, "{0} was deleted by two at a time", ledger.name());
        }
    }
}
