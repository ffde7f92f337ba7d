package io.trove.access;

import io.trove.ledger.LedgerName;
import io.trove.refusal.Refusal;
import java.util.Map;

/** The ledger is not deleted, and stays as it is. */
public final class DeletionRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> facts;

    private DeletionRefused(String detail, LedgerName ledger) {
        super(detail);
        this.facts = Map.of("ledger", ledger.toString());
    }

    static DeletionRefused environment(LedgerName ledger) {
        return new DeletionRefused(
                "%s is not deleted: what was recorded in \"%s\" stays; only a ledger of the environment \"development\" can be deleted"
                        .formatted(ledger, ledger.environment()),
                ledger);
    }

    static DeletionRefused unconfirmed(LedgerName ledger) {
        return new DeletionRefused(
                "%1$s is not deleted: confirm it by its whole name, with the parameter confirm=%1$s".formatted(ledger),
                ledger);
    }

    static DeletionRefused account(LedgerName ledger) {
        return new DeletionRefused(
                "%s is not deleted: the database's account of this server takes no rows away; start it with TROVE_DB_OWNER_USER and TROVE_DB_OWNER_PASSWORD, which name the account that owns the tables"
                        .formatted(ledger),
                ledger);
    }

    @Override
    public String slug() {
        return "deletion-refused";
    }

    @Override
    public String title() {
        return "The ledger stays";
    }

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Map<String, Object> facts() {
        return facts;
    }
}
