package io.trove.crypto;

import io.trove.refusal.Refusal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** The database did not hand out a key that all servers share, and this one has not needed it before. */
final class SecretUnread extends Refusal {

    private static final long serialVersionUID = 1L;

    SecretUnread(SQLException cause) {
        super("The database failed and nothing was written; try again in a second", cause);
    }

    @Override
    public String slug() {
        return "store-unavailable";
    }

    @Override
    public String title() {
        return "The database does not answer";
    }

    @Override
    public int status() {
        return 503;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(1));
    }
}
