package io.trove.ledger;

import io.trove.refusal.Refusal;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** The database failed; whether the append happened is not known where the message says so. */
public final class StoreUnavailable extends Refusal {

    private static final long serialVersionUID = 1L;

    private StoreUnavailable(String detail, Throwable cause) {
        super(detail, cause);
    }

    /** Nothing was written. */
    public static StoreUnavailable nothingWritten(Throwable cause) {
        String detail = switch (SqlFailure.of(cause)) {
            case HELD ->
                "Another transaction holds what was to be written, for longer than is waited, and nothing was written; try again"
                        + " in some seconds";
            case READ_ONLY -> "The database is read-only and nothing was written; try again in some seconds";
            default -> "The database failed and nothing was written; try again in a second";
        };
        return new StoreUnavailable(detail, cause);
    }

    /** What is read through Jakarta Persistence, or that the database failed. */
    public static <T> T reading(Supplier<T> read) {
        try {
            return read.get();
        } catch (PersistenceException failure) {
            throw nothingWritten(failure);
        }
    }

    /** Everything was written, or was there, and what the answer needs of it cannot be read. */
    static StoreUnavailable written(Throwable cause) {
        return new StoreUnavailable(
                "The events are recorded, and the database failed when their receipts were read; send the request again with"
                        + " the same event ids or the same Idempotency-Key, which is safe",
                cause);
    }

    /** The commit went out and no answer came back. */
    public static StoreUnavailable unclear(Throwable cause) {
        return new StoreUnavailable(
                "The database failed while it committed, and does not answer whether it did; send the request again with the same"
                        + " event ids or the same Idempotency-Key, which is safe",
                cause);
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
