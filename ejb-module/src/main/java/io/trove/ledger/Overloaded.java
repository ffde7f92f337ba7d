package io.trove.ledger;

import io.trove.refusal.Refusal;
import java.time.Duration;
import java.util.Optional;

/** The queue of the ledger is full. */
public final class Overloaded extends Refusal {

    private static final long serialVersionUID = 1L;

    Overloaded(int waiting) {
        super("%d requests wait to be appended to this ledger, which is all that may wait; try again in a second"
                .formatted(waiting));
    }

    @Override
    public String slug() {
        return "overloaded";
    }

    @Override
    public String title() {
        return "Too many waiting requests";
    }

    @Override
    public int status() {
        return 429;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(1));
    }
}
