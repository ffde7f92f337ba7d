package io.trove.files;

import io.trove.refusal.Refusal;
import java.time.Duration;
import java.util.Optional;

/** Where the bytes are kept does not answer, or takes no more. */
public final class BlobStoreUnavailable extends Refusal {

    private static final long serialVersionUID = 1L;

    BlobStoreUnavailable(Throwable cause) {
        super(
                cause instanceof BucketMissing
                        ? "The bucket that files are kept in is not there; nothing was recorded. Try again when it is back"
                        : "The store of files does not answer, or is full; nothing was recorded. Try again in some seconds",
                cause);
    }

    @Override
    public String slug() {
        return "blob-store-unavailable";
    }

    @Override
    public String title() {
        return "Files cannot be kept or read now";
    }

    @Override
    public int status() {
        return 503;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(2));
    }
}
