package io.trove.access;

import io.trove.refusal.Refusal;
import java.time.Duration;
import java.util.Optional;

/** Nobody can tell now whether a token holds: its issuer's keys cannot be had. */
public final class IssuerUnavailable extends Refusal {

    private static final long serialVersionUID = 1L;

    private static final String SAID =
            "The issuer of tokens does not answer as it should now; try again in some seconds, or ask with an API key";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    IssuerUnavailable() {
        super(SAID);
    }

    IssuerUnavailable(Throwable cause) {
        super(SAID, cause);
    }

    @Override
    public String slug() {
        return "issuer-unavailable";
    }

    @Override
    public String title() {
        return "The issuer of tokens does not answer";
    }

    @Override
    public int status() {
        return 503;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(RETRY_AFTER);
    }
}
