package io.trove.access;

import io.trove.refusal.Refusal;

/** A key that held when its request came in holds no more: its holder is nobody, as with the next request. */
final class KeyGone extends Refusal {

    private static final long serialVersionUID = 1L;

    KeyGone() {
        super("The key does not hold any more; ask for another one");
    }

    @Override
    public String slug() {
        return "unauthenticated";
    }

    @Override
    public String title() {
        return "Who are you?";
    }

    @Override
    public int status() {
        return 401;
    }
}
