package io.trove.jobs;

import io.trove.refusal.Refusal;
import java.time.Duration;
import java.util.Optional;

/** As many jobs of the ledger as may go on at once already do. */
final class JobsBusy extends Refusal {

    private static final long serialVersionUID = 1L;

    JobsBusy(int most) {
        super("%d jobs of this ledger are running or paused, and no more may at once; wait for one, or stop one"
                .formatted(most));
    }

    @Override
    public String slug() {
        return "jobs-busy";
    }

    @Override
    public String title() {
        return "Too many jobs at once";
    }

    @Override
    public int status() {
        return 429;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(30));
    }
}
