package io.trove.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was found a short while ago; it is forgotten after its time, and the oldest makes room for the newest. */
final class Remembered<K, V> {

    private final Map<K, Found<V>> oldestFirst = new LinkedHashMap<>();
    private final Clock clock;
    private final Duration forAtMost;
    private final int sizeMax;

    Remembered(Clock clock, Duration forAtMost, int sizeMax) {
        this.clock = clock;
        this.forAtMost = forAtMost;
        this.sizeMax = sizeMax;
    }

    synchronized Optional<V> find(K key) {
        return Optional.ofNullable(oldestFirst.get(key))
                .filter(found -> found.holds(clock.instant()))
                .map(Found::value);
    }

    synchronized void keep(K key, V value) {
        Instant now = clock.instant();
        oldestFirst.remove(key);
        oldestFirst.put(key, new Found<>(value, now.plus(forAtMost)));
        Iterator<Found<V>> all = oldestFirst.values().iterator();
        while (all.hasNext()) {
            if (all.next().holds(now) && oldestFirst.size() <= sizeMax) {
                return;
            }
            all.remove();
        }
    }

    synchronized void forget(K key) {
        oldestFirst.remove(key);
    }

    synchronized int size() {
        return oldestFirst.size();
    }

    private record Found<V>(V value, Instant end) {
        boolean holds(Instant now) {
            return now.isBefore(end);
        }
    }
}
