package io.trove.entities;

import io.trove.refusal.Refusal;

/** A command's handler could not decide. */
final class CommandFailed extends Refusal {

    private static final long serialVersionUID = 1L;

    CommandFailed(String why) {
        super("The command's handler failed: " + why);
    }

    @Override
    public String slug() {
        return "command-failed";
    }

    @Override
    public String title() {
        return "The handler failed";
    }

    @Override
    public int status() {
        return 422;
    }
}
