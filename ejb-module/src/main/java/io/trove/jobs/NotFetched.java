package io.trove.jobs;

import io.trove.refusal.Refusal;
import java.time.Duration;
import java.util.Optional;

/** What an import reads from does not answer, or answers with something else. */
final class NotFetched extends Refusal {

    private static final long serialVersionUID = 1L;

    private final boolean passes;

    private NotFetched(String detail, boolean passes, Throwable cause) {
        super(detail, cause);
        this.passes = passes;
    }

    /** It may answer later. */
    static NotFetched away(String address, Throwable cause) {
        return new NotFetched("%s does not answer; the import waits for it".formatted(address), true, cause);
    }

    static NotFetched answered(String address, int status) {
        boolean passes = status == 429 || status >= 500;
        return new NotFetched(
                "%s answered %d; it has to know the key under TROVE_IMPORT_KEY, and let it read"
                        .formatted(address, status),
                passes,
                null);
    }

    @Override
    public String slug() {
        return "import-not-fetched";
    }

    @Override
    public String title() {
        return "What is to be imported was not had";
    }

    @Override
    public int status() {
        return passes ? 503 : 422;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return passes ? Optional.of(Duration.ofSeconds(3)) : Optional.empty();
    }
}
