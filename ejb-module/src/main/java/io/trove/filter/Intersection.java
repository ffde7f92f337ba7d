package io.trove.filter;

import java.sql.SQLException;
import java.util.List;

/** The positions that are in all of several, each asked to leap to where another already is. */
final class Intersection implements Positions {

    private final List<Union> parts;
    private long asked = Long.MIN_VALUE;
    private long decided;

    Intersection(List<Union> parts) {
        this.parts = List.copyOf(parts);
    }

    @Override
    public long next(long key) throws SQLException {
        asked = key;
        int agreed = 0;
        for (int i = 0; agreed < parts.size(); i = (i + 1) % parts.size()) {
            long next = parts.get(i).next(asked);
            if (next >= SPENT) {
                decided = next == SPENT ? Math.max(asked - 1, parts.get(i).decided()) : asked - 1;
                return next;
            }
            agreed = next == asked ? agreed + 1 : 1;
            asked = next;
        }
        return asked;
    }

    @Override
    public long reach() {
        return parts.stream().mapToLong(Positions::reach).max().orElse(END);
    }

    @Override
    public long decided() {
        return decided;
    }
}
