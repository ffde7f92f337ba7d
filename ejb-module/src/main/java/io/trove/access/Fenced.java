package io.trove.access;

import io.trove.ledger.LedgerId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** What was read of {@code system} ledgers by name, as long as they go no further than they went then. */
final class Fenced<T> {

    private static final Duration REMEMBERED_FOR = Duration.ofHours(1);
    private static final int REMEMBERED_MAX = 10_000;

    private final Remembered<Name, At<T>> recent = new Remembered<>(Clock.systemUTC(), REMEMBERED_FOR, REMEMBERED_MAX);

    private record Name(LedgerId ledger, String name) {}

    private record At<T>(long size, Optional<T> value) {}

    /** The size is that of before the reading, so that what is read is never older than it seems. */
    Optional<T> find(LedgerId ledger, String name, long size, Supplier<Optional<T>> read) {
        var place = new Name(ledger, name);
        Optional<At<T>> known = recent.find(place).filter(at -> at.size == size);
        if (known.isPresent()) {
            return known.get().value;
        }
        Optional<T> value = read.get();
        recent.keep(place, new At<>(size, value));
        return value;
    }
}
