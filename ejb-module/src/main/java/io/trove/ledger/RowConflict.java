package io.trove.ledger;

import io.trove.refusal.Refusal;

/** A row that belongs to the append is there already. */
public final class RowConflict extends Refusal {

    private static final long serialVersionUID = 1L;

    RowConflict(String constraint) {
        super("What this request makes is there already (%s); read it, and send what differs".formatted(constraint));
    }

    @Override
    public String slug() {
        return "conflict";
    }

    @Override
    public String title() {
        return "Something of the same name is there";
    }

    @Override
    public int status() {
        return 409;
    }
}
