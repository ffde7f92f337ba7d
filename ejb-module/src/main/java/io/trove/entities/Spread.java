package io.trove.entities;

/**
 * Which pile an entity's events come to: some pile, and always the same. The salt is drawn anew each time, so that nobody can
 * choose names that all come to one.
 */
public record Spread(int piles, long salt) {

    /** So many events are about as many as a pile has. */
    static final int EVENTS_A_PILE = 2_048;

    /** So many bytes of events are about as many as a pile has: its entities' states are in memory together. */
    static final long BYTES_A_PILE = 4L << 20;

    static final int PILES_MAX = 16_384;

    private static final long PRIME = 0x100000001b3L;
    private static final long MIX_1 = 0xbf58476d1ce4e5b9L;
    private static final long MIX_2 = 0x94d049bb133111ebL;

    public Spread {
        if (piles < 1 || piles > PILES_MAX) {
            throw new IllegalArgumentException(piles + " piles; from 1 to " + PILES_MAX + " were wanted");
        }
    }

    /** For so many events, which have so many bytes. */
    static Spread over(long events, long bytes, long salt) {
        long piles = Math.max(events / EVENTS_A_PILE, bytes / BYTES_A_PILE);
        return new Spread((int) Math.max(1, Math.min(PILES_MAX, piles)), salt);
    }

    int pile(EntityId entity) {
        long hash = hashed(hashed(salt, entity.type()) * PRIME, entity.id());
        hash = (hash ^ hash >>> 30) * MIX_1;
        hash = (hash ^ hash >>> 27) * MIX_2;
        return (int) Long.remainderUnsigned(hash ^ hash >>> 31, piles);
    }

    private static long hashed(long before, String text) {
        long hash = before;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }
}
