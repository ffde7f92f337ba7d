package io.trove.query;

import io.trove.refusal.Refusal;

/** The cursor belongs to another question, or to what the caller could see before. */
public final class CursorStale extends Refusal {

    private static final long serialVersionUID = 1L;

    public CursorStale(String changed) {
        super("The cursor was made under another %s; start again without one".formatted(changed));
    }

    @Override
    public String slug() {
        return "cursor-stale";
    }

    @Override
    public String title() {
        return "Cursor is stale";
    }

    @Override
    public int status() {
        return 400;
    }
}
