package io.trove.files;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Follows the references of one request, within its bounds of size and time; what lies beyond them is not seen. */
final class Resolving {

    /** So long a request may take to follow its references, all together. */
    static final Duration REQUEST_MAX = Duration.ofSeconds(10);

    private final References references;
    private final Supplier<List<Root>> granted;
    private final long bytesMax;
    private final LongSupplier nanos;
    private final long end;
    private List<Root> roots;

    /** {@code nanos} runs as time does, such as {@link System#nanoTime}. */
    Resolving(References references, Supplier<List<Root>> granted, long bytesMax, LongSupplier nanos) {
        this.references = references;
        this.granted = granted;
        this.bytesMax = bytesMax;
        this.nanos = nanos;
        this.end = nanos.getAsLong() + REQUEST_MAX.toNanos();
    }

    /** What the reference leads to; nothing when it leads into no root, or further than the bounds. */
    Optional<Resolved> resolve(EventFile file) {
        Locator locator = locator(file);
        Optional<Root> root =
                locator instanceof Locator.Elsewhere ? Optional.empty() : References.root(roots(), locator);
        try {
            return root.isPresent() ? resolve(root.get(), locator) : Optional.empty();
        } catch (BlobMissing | BucketMissing missing) {
            throw file.refused(
                    "data",
                    file.data().orElseThrow(),
                    "a file that is there and can be read in a root that this ledger was granted");
        } catch (IOException failure) {
            throw new BlobStoreUnavailable(failure);
        }
    }

    private Optional<Resolved> resolve(Root root, Locator locator) throws IOException {
        long size = references.size(root, locator);
        if (size > bytesMax || !isTimeLeft()) {
            return Optional.empty();
        }
        try (InputStream in = references.open(root, locator, Span.whole(size))) {
            return Resolved.of(in, this::isTimeLeft);
        }
    }

    private boolean isTimeLeft() {
        return nanos.getAsLong() - end < 0;
    }

    private List<Root> roots() {
        if (roots == null) {
            roots = granted.get();
        }
        return roots;
    }

    private static Locator locator(EventFile file) {
        String text = file.data().orElseThrow();
        try {
            return Locator.of(text);
        } catch (Locator.Unusable unusable) {
            throw file.refused("data", text, unusable.getMessage());
        }
    }
}
