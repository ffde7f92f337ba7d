package io.trove.filter;

import java.sql.SQLException;
import java.util.List;

/** The positions that are in any of several. */
final class Union implements Positions {

    private final List<Positions> parts;

    Union(List<? extends Positions> parts) {
        this.parts = List.copyOf(parts);
    }

    @Override
    public long next(long key) throws SQLException {
        long least = END;
        for (Positions part : parts) {
            long next = part.next(key);
            if (next == SPENT) {
                return SPENT;
            }
            least = Math.min(least, next);
        }
        return least;
    }

    @Override
    public long reach() {
        return parts.stream().mapToLong(Positions::reach).min().orElse(END);
    }
}
