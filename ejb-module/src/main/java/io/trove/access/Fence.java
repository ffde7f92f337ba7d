package io.trove.access;

import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerId;
import io.trove.ledger.Ledgers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How far the {@code system} ledgers go, as this server knows: what it appended itself at once, what others appended
 * within half a second. What was read of a ledger holds as long as it goes no further.
 */
@ApplicationScoped
class Fence {

    private static final long HOLDS_NANOS = 400_000_000L;

    @Inject
    private Ledgers ledgers;

    private final Map<LedgerId, Seen> seen = new ConcurrentHashMap<>();
    private final AtomicLong moves = new AtomicLong();

    /** How far a ledger went, and when that was looked up. */
    private record Seen(long size, long atNanos) {}

    /** Never less than before, until this server moves it: who read it before what is decided from, read no more than that. */
    long size(Ledger ledger) {
        Seen known = seen.get(ledger.id());
        long now = System.nanoTime();
        if (known != null && now - known.atNanos < HOLDS_NANOS) {
            return known.size;
        }
        long before = moves.get();
        long size = ledgers.head(ledger).size();
        if (moves.get() == before) {
            seen.merge(ledger.id(), new Seen(size, now), (one, other) -> one.size > other.size ? one : other);
        }
        return size;
    }

    /** This server appended to a ledger: what others are about to remember of it is not remembered. */
    void moved(Ledger ledger) {
        moves.incrementAndGet();
        seen.remove(ledger.id());
    }
}
