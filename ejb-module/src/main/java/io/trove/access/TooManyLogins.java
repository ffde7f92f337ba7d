package io.trove.access;

import io.trove.refusal.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** More passwords wait to be checked than may wait. */
public final class TooManyLogins extends Refusal {

    private static final long serialVersionUID = 1L;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final int waitingMax;

    TooManyLogins(int waitingMax) {
        super("%d passwords wait to be checked, which is all that may wait; try again in %d seconds"
                .formatted(waitingMax, RETRY_AFTER.toSeconds()));
        this.waitingMax = waitingMax;
    }

    @Override
    public String slug() {
        return "too-many-logins";
    }

    @Override
    public String title() {
        return "Too many passwords to check";
    }

    @Override
    public int status() {
        return 503;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("waitingMax", waitingMax);
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(RETRY_AFTER);
    }
}
