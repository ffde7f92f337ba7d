package io.trove.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What this server remembers of a ledger: everything that was written from {@link #completeFrom()} on, and nothing
 * older. So facts that reach to that position, together with this, are the whole truth.
 */
final class Recall {

    private final int entriesMax;
    private final LinkedHashMap<Known.Key, Known> known = new LinkedHashMap<>();
    private long completeFrom;

    Recall(int entriesMax, long completeFrom) {
        this.entriesMax = entriesMax;
        this.completeFrom = completeFrom;
    }

    synchronized Optional<Known> find(Known.Key key) {
        return Optional.ofNullable(known.get(key));
    }

    synchronized long completeFrom() {
        return completeFrom;
    }

    /** Learns what a batch wrote; the oldest is forgotten first. */
    synchronized void learn(Map<Known.Key, Known> written) {
        written.forEach((key, value) -> {
            known.remove(key);
            known.put(key, value);
        });
        var oldestFirst = known.values().iterator();
        while (known.size() > entriesMax) {
            completeFrom = Math.max(completeFrom, oldestFirst.next().position() + 1);
            oldestFirst.remove();
        }
    }

    /** Forgets everything: what was written up to here was written by another server. */
    synchronized void restart(long completeFrom) {
        known.clear();
        this.completeFrom = completeFrom;
    }
}
