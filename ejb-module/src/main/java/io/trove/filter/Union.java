package io.trove.filter;

import java.sql.SQLException;
import java.util.List;

/** The positions that are in any of several. */
final class Union implements Positions {

    private final List<Posting> parts;

    Union(List<Posting> parts) {
        this.parts = List.copyOf(parts);
    }

    @Override
    public long next(long key) throws SQLException {
        long least = END;
        for (Posting part : parts) {
            long next = part.next(key);
            if (next == SPENT) {
                return SPENT;
            }
            least = Math.min(least, next);
        }
        return least;
    }

    /** The last key that is known without asking the database again: the farther, the rarer. */
    long reach() {
        return parts.stream().mapToLong(Posting::reach).min().orElse(END);
    }
}
