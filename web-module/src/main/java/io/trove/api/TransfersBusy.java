package io.trove.api;

import io.trove.refusal.Refusal;
import java.time.Duration;
import java.util.Optional;

/** As many files go in and out as may at once. */
final class TransfersBusy extends Refusal {
    private static final long serialVersionUID = 1L;

    TransfersBusy(int most) {
        super("%d files go in and out of this server, which is all that may at once; try again when one is through"
                .formatted(most));
    }

    @Override
    public String slug() {
        return "transfers-busy";
    }

    @Override
    public String title() {
        return "Too many files at once";
    }

    @Override
    public int status() {
        return 429;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(5));
    }
}
