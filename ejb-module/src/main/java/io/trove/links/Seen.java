package io.trove.links;

import io.trove.access.Sight;
import io.trove.filter.Tables;
import io.trove.query.Visible;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;

/** Which events a walk may pass. */
interface Seen {

    /** Those of these positions that may be seen. */
    Set<Long> among(Collection<Long> positions) throws SQLException;

    /** Whether that is every one, so that nobody has to ask. */
    default boolean isEverything() {
        return false;
    }

    /** All of them. */
    static Seen everything() {
        return new Seen() {
            @Override
            public Set<Long> among(Collection<Long> positions) {
                return Set.copyOf(positions);
            }

            @Override
            public boolean isEverything() {
                return true;
            }
        };
    }

    /** As far as a sight goes, over tables that are at hand: nobody waits for a second connection while holding one. */
    static Seen by(Sight sight, Tables tables) {
        return sight.extent().isAll() ? everything() : positions -> Visible.among(tables, sight, positions);
    }
}
