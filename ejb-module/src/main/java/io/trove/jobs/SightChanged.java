package io.trove.jobs;

import io.trove.refusal.Refusal;

/** Who started a job sees another part of the ledger by now, so that what it came to would be of neither. */
final class SightChanged extends Refusal {

    private static final long serialVersionUID = 1L;

    SightChanged(String caller) {
        super("What %s may see of the ledger has changed since the job began; start another".formatted(caller));
    }

    @Override
    public String slug() {
        return "sight-changed";
    }

    @Override
    public String title() {
        return "The sight has changed";
    }

    @Override
    public int status() {
        return 409;
    }
}
