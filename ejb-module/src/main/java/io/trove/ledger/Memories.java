package io.trove.ledger;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What this server remembers of many ledgers, within a bound for all of them together: of the one that learnt something
 * longest ago everything is forgotten first.
 */
public final class Memories {

    private final int entriesMax;
    private final Map<Memory, Integer> latestLast = new LinkedHashMap<>();
    private int entries;

    public Memories(int entriesMax) {
        this.entriesMax = entriesMax;
    }

    /** What is remembered of one ledger. */
    public interface Memory {

        /** It may be asked to by any thread, at any time. */
        void forget();
    }

    /** One learnt something, and has so many entries now. Who calls this holds no lock that a memory forgets under. */
    public synchronized void learnt(Memory latest, int count) {
        close(latest);
        latestLast.put(latest, count);
        entries += count;
        var oldestFirst = latestLast.entrySet().iterator();
        while (entries > entriesMax && latestLast.size() > 1) {
            var oldest = oldestFirst.next();
            oldest.getKey().forget();
            entries -= oldest.getValue();
            oldestFirst.remove();
        }
    }

    /** Of a ledger that is no more. */
    synchronized void close(Memory memory) {
        Integer count = latestLast.remove(memory);
        entries -= count == null ? 0 : count;
    }
}
