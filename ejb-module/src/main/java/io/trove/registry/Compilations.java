package io.trove.registry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was compiled for all ledgers, by what it was compiled from, within a part of the heap: what was used longest ago makes
 * room, and is compiled again when it is wanted.
 */
public final class Compilations<K, V> {

    /** Measured: an expression takes about so many bytes of memory for each of its text. */
    public static final int EXPRESSION_TIMES = 100;

    /** The key, and what keeps it. */
    private static final long ENTRY_BYTES = 300;

    private final long bytesMax;
    private final Map<K, Kept<V>> leastRecentFirst = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    private record Kept<V>(V value, long bytes) {}

    Compilations(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    /** They may take one of so many parts of the heap. */
    public static <K, V> Compilations<K, V> inPartOfHeap(int parts) {
        return new Compilations<>(Runtime.getRuntime().maxMemory() / parts);
    }

    public synchronized Optional<V> find(K key) {
        return Optional.ofNullable(leastRecentFirst.get(key)).map(Kept::value);
    }

    /** {@code size} is about how many bytes of memory it takes; what alone is larger than all may be is kept alone. */
    public synchronized void keep(K key, V value, long size) {
        var kept = new Kept<>(value, size + ENTRY_BYTES);
        Kept<V> before = leastRecentFirst.put(key, kept);
        bytes += kept.bytes - (before == null ? 0 : before.bytes);
        var eldest = leastRecentFirst.values().iterator();
        while (bytes > bytesMax && leastRecentFirst.size() > 1) {
            bytes -= eldest.next().bytes;
            eldest.remove();
        }
    }
}
