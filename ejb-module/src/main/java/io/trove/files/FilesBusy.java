package io.trove.files;

import io.trove.refusal.Refusal;
import java.time.Duration;
import java.util.Optional;

/** As many requests have their files taken in as may at once. */
public final class FilesBusy extends Refusal {

    private static final long serialVersionUID = 1L;

    FilesBusy(int most) {
        super(
                "The files of %d requests are being taken in, which is all that may be at once; nothing was recorded. Try again in some seconds"
                        .formatted(most));
    }

    @Override
    public String slug() {
        return "files-busy";
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
        return Optional.of(Duration.ofSeconds(2));
    }
}
