package io.trove.api;

import io.trove.refusal.Refusal;
import java.time.Duration;
import java.util.Optional;

/** As many dry runs as may go on at once already do. */
final class DryRunsBusy extends Refusal {
    private static final long serialVersionUID = 1L;

    DryRunsBusy(int most) {
        super("%d dry runs are going on, and no more at once; try again when one of them has ended".formatted(most));
    }

    @Override
    public String slug() {
        return "dry-runs-busy";
    }

    @Override
    public String title() {
        return "Too many dry runs at once";
    }

    @Override
    public int status() {
        return 429;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(10));
    }
}
