package io.trove.api;

import io.trove.refusal.Refusal;
import java.time.Duration;
import java.util.Optional;

/** As many imports run on this server as may. */
final class ImportsBusy extends Refusal {
    private static final long serialVersionUID = 1L;

    ImportsBusy(int most) {
        super("%d imports run on this server, which is all that may at once; try again when one is done"
                .formatted(most));
    }

    @Override
    public String slug() {
        return "imports-busy";
    }

    @Override
    public String title() {
        return "Too many imports at once";
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
