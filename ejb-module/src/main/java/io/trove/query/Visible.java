package io.trove.query;

import io.trove.access.Sight;
import io.trove.filter.Conditions;
import io.trove.filter.Tables;
import io.trove.ledger.Ledgers;
import io.trove.ledger.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Says which events may be seen, for whoever has found positions by other tables than those of the events. */
@ApplicationScoped
public class Visible {

    @Inject
    private Store store;

    @Inject
    private Ledgers ledgers;

    /** Those of the positions that the sight goes to; those of no event are not among them. */
    public Set<Long> among(Sight sight, Collection<Long> positions) {
        long size = ledgers.head(sight.ledger()).size();
        var there = new TreeSet<>(positions).subSet(0L, size);
        return sight.extent().isAll() || there.isEmpty()
                ? Set.copyOf(there)
                : store.with(sight.ledger(), tables -> among(tables, sight, List.copyOf(there)));
    }

    /** The same over tables that the caller has at hand. */
    public static Set<Long> among(Tables tables, Sight sight, Collection<Long> all) throws SQLException {
        List<Long> positions = List.copyOf(new TreeSet<>(all));
        var events = new Events(tables);
        var columns = Conditions.of(sight.extent());
        var seen = new HashSet<Long>();
        for (int from = 0; from < positions.size(); from += Events.ROWS_MAX) {
            int to = Math.min(positions.size(), from + Events.ROWS_MAX);
            for (Events.Row row : events.at(positions.subList(from, to), columns)) {
                if (events.event(row).isIn(sight.extent())) {
                    seen.add(row.position());
                }
            }
        }
        return seen;
    }
}
