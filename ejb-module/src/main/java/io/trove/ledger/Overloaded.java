package io.trove.ledger;

import io.trove.refusal.Refusal;
import java.time.Duration;
import java.util.Optional;

/** As many requests wait as may wait: before a ledger, or on the whole server. */
public final class Overloaded extends Refusal {

    private static final long serialVersionUID = 1L;

    private Overloaded(int waiting, String where) {
        super("%d requests wait to be appended %s, which is all that may wait; try again in a second"
                .formatted(waiting, where));
    }

    static Overloaded ledger(int waiting) {
        return new Overloaded(waiting, "to this ledger");
    }

    static Overloaded server(int waiting) {
        return new Overloaded(waiting, "on this server");
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
