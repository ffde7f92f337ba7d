package io.trove.api;

import io.trove.refusal.Refusal;
import java.time.Duration;
import java.util.Optional;

/** As many follow this server's ledgers as may. */
final class TooManyFollowers extends Refusal {

    private static final long serialVersionUID = 1L;
    private static final Duration LATER = Duration.ofSeconds(10);

    TooManyFollowers(int most) {
        super("%d follow already, which is all that may on one server; come back later, or go to another server"
                .formatted(most));
    }

    @Override
    public String slug() {
        return "too-many-followers";
    }

    @Override
    public String title() {
        return "Too many followers";
    }

    @Override
    public int status() {
        return 429;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(LATER);
    }
}
