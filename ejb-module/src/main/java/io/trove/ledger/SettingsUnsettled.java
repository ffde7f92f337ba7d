package io.trove.ledger;

import io.trove.refusal.Refusal;
import java.time.Duration;
import java.util.Optional;

/** The ledger's settings moved each time between judging the request and committing it. */
public final class SettingsUnsettled extends Refusal {

    private static final long serialVersionUID = 1L;

    SettingsUnsettled(int tries) {
        super(
                "The ledger's schemas or settings changed %d times while this request was on its way; try again in a second"
                        .formatted(tries));
    }

    @Override
    public String slug() {
        return "settings-unsettled";
    }

    @Override
    public String title() {
        return "The ledger's settings keep changing";
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
