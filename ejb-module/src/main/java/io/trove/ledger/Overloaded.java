package io.trove.ledger;

import io.trove.refusal.Refusal;
import java.time.Duration;
import java.util.Optional;

/** As many requests wait as may wait: before a ledger, or on the whole server; or large ones take all the memory that is meant for them. */
public final class Overloaded extends Refusal {

    private static final long serialVersionUID = 1L;

    private Overloaded(String why) {
        super(why + "; try again in a second");
    }

    private static Overloaded waiting(int waiting, String where) {
        return new Overloaded(
                "%d requests wait to be appended %s, which is all that may wait".formatted(waiting, where));
    }

    static Overloaded ledger(int waiting) {
        return waiting(waiting, "to this ledger");
    }

    static Overloaded server(int waiting) {
        return waiting(waiting, "on this server");
    }

    static Overloaded large(long bytes) {
        return new Overloaded(
                "Large requests take the %d bytes that this server's memory is meant for at once".formatted(bytes));
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
