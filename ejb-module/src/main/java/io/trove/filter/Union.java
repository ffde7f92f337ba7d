package io.trove.filter;

import java.sql.SQLException;
import java.util.List;

/** The positions that are in any of several. */
final class Union implements Positions {

    private final List<Positions> parts;
    private long decided;

    Union(List<? extends Positions> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Each part is asked, so that how far all of them are decided is known when one has spent the budget. */
    @Override
    public long next(long key) throws SQLException {
        long least = END;
        decided = END;
        for (Positions part : parts) {
            long next = part.next(key);
            if (next == SPENT) {
                decided = Math.min(decided, part.decided());
            } else {
                least = Math.min(least, next);
            }
        }
        if (least <= decided) {
            return least;
        }
        return SPENT;
    }

    @Override
    public long decided() {
        return decided;
    }

    @Override
    public long reach() {
        return parts.stream().mapToLong(Positions::reach).min().orElse(END);
    }
}
