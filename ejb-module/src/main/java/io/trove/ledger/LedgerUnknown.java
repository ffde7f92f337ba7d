package io.trove.ledger;

import io.trove.refusal.Refusal;

/** There is no such ledger, or none that the caller may know of. */
public final class LedgerUnknown extends Refusal {

    private static final long serialVersionUID = 1L;

    public LedgerUnknown(String organization, String environment) {
        super("There is no ledger \"%s/%s\" that you may use; GET /api/organizations lists those that you may"
                .formatted(organization, environment));
    }

    @Override
    public String slug() {
        return "ledger-unknown";
    }

    @Override
    public String title() {
        return "No such ledger";
    }

    @Override
    public int status() {
        return 404;
    }
}
