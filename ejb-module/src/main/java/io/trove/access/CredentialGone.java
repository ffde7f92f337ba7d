package io.trove.access;

import io.trove.refusal.Refusal;

/** A key or password that held when its request came in holds no more: its holder is nobody, as with the next request. */
final class CredentialGone extends Refusal {

    private static final long serialVersionUID = 1L;

    CredentialGone() {
        super("The key or the password does not hold any more; come with another one");
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
