package io.trove.query;

import io.trove.refusal.Refusal;

/** A text was given that Trove did not give out as a cursor. */
public final class CursorRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    public CursorRefused() {
        super("The cursor is not one that this installation gave out; start again without one");
    }

    @Override
    public String slug() {
        return "cursor-refused";
    }

    @Override
    public String title() {
        return "Not a cursor";
    }

    @Override
    public int status() {
        return 400;
    }
}
