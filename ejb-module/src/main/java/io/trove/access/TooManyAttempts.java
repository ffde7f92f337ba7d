package io.trove.access;

import io.trove.refusal.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Names, passwords or keys were wrong so often that the next attempt has to wait a little. */
public final class TooManyAttempts extends Refusal {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyAttempts(Duration wait) {
        super("A wrong name, password or key was sent too often; try again in %s"
                .formatted(counted(seconds(wait), "second")));
        this.wait = wait;
    }

    @Override
    public String slug() {
        return "too-many-attempts";
    }

    @Override
    public String title() {
        return "Too many attempts";
    }

    @Override
    public int status() {
        return 429;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("retryAfterSeconds", seconds(wait));
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(seconds(wait)));
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
