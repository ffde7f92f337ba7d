package io.trove.links;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** Edges whose far end, and the event that says them, have to be seen before they are followed; asked for many at once. */
final class Candidates {

    /** Takes what may be followed; false ends it. */
    interface Follower {
        boolean follow(long from, long to);
    }

    private final Seen seen;
    private final Follower follower;
    private final long[] froms;
    private final long[] tos;
    private final long[] saids;
    private int count;

    Candidates(Seen seen, int max, Follower follower) {
        this.seen = seen;
        this.follower = follower;
        int size = seen.isEverything() ? 0 : max;
        this.froms = new long[size];
        this.tos = new long[size];
        this.saids = new long[size];
    }

    Seen seen() {
        return seen;
    }

    /** False when it is over. */
    boolean take(long from, long to, long said) throws SQLException {
        if (seen.isEverything()) {
            return follower.follow(from, to);
        }
        froms[count] = from;
        tos[count] = to;
        saids[count] = said;
        count++;
        return count < froms.length || settle();
    }

    /** Follows what waits and may be seen. */
    boolean settle() throws SQLException {
        if (count == 0) {
            return true;
        }
        Set<Long> positions = new HashSet<>();
        for (int i = 0; i < count; i++) {
            positions.add(tos[i]);
            positions.add(saids[i]);
        }
        Set<Long> visible = seen.among(positions);
        int taken = count;
        count = 0;
        for (int i = 0; i < taken; i++) {
            if (visible.contains(tos[i]) && visible.contains(saids[i]) && !follower.follow(froms[i], tos[i])) {
                return false;
            }
        }
        return true;
    }
}
