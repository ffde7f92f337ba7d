package io.trove.entities;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** States that are due to be kept as snapshots: they are written together, before they are many or hold much. */
final class Due {

    private static final int STATES_ENOUGH = 500;
    private static final int HELD_ENOUGH = 5 * Content.HELD_MAX;

    private final Snapshots snapshots;
    private final List<State> states = new ArrayList<>();
    private int held;

    Due(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    void add(State state) throws SQLException {
        states.add(state);
        held += state.content().held();
        if (states.size() >= STATES_ENOUGH || held >= HELD_ENOUGH) {
            keep();
        }
    }

    void keep() throws SQLException {
        snapshots.keep(states);
        states.clear();
        held = 0;
    }
}
