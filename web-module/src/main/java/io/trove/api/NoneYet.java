package io.trove.api;

import io.trove.refusal.Refusal;

/** The newest of something is asked for, and there was none so far. */
final class NoneYet extends Refusal {
    private static final long serialVersionUID = 1L;

    private NoneYet(String detail) {
        super(detail);
    }

    static NoneYet verification() {
        return new NoneYet("The files of this ledger have not been verified yet; POST to this address begins it");
    }

    static NoneYet audit() {
        return new NoneYet("This ledger has not been audited yet; POST to this address begins it");
    }

    @Override
    public String slug() {
        return "none-yet";
    }

    @Override
    public String title() {
        return "None yet";
    }

    @Override
    public int status() {
        return 404;
    }
}
