package io.trove.entities;

import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Folds an entity's events in their order, from the newest snapshot on or from the beginning, and keeps the snapshots that
 * it comes by.
 *
 * @param snapshots where they belong to this folding; none when it folds otherwise, or sees less
 * @param every a snapshot is kept each time that so many events more are folded
 */
record Replay(Past past, Folding folding, Optional<Snapshots> snapshots, int every) {

    /** More than this is not folded for one question. */
    static final int EVENTS_MAX = 20_000;

    private static final int PAGE = 128;

    private static final String SKIPPED = """
            SELECT COUNT(*)
              FROM entity_skip
             WHERE ledger_id = ?
               AND entity_id = ?
               AND entity_type = ?
               AND skipped = ?""";

    /** A state, the event that no state follows from, and how many events were folded for it. */
    record Folded(State state, Optional<Parked> parked, int events) {}

    /** Sees a state, an event, and what it makes of it; false when that is enough. */
    interface Step {
        boolean take(State before, Happened event, State after);
    }

    /** The state within a bound. */
    Folded to(EntityId entity, Bound bound) throws SQLException {
        return on(start(entity, bound), bound, (before, event, after) -> true);
    }

    /** The newest snapshot within a bound, or the beginning. */
    State start(EntityId entity, Bound bound) throws SQLException {
        Optional<State> kept = snapshots.isPresent() ? snapshots.get().newest(entity, bound) : Optional.empty();
        return kept.orElseGet(() -> State.before(entity));
    }

    /** Goes on from a state, up to a bound. */
    Folded on(State from, Bound bound, Step step) throws SQLException {
        Optional<Due> due = bound.createdMicros() == Long.MAX_VALUE ? snapshots.map(Due::new) : Optional.empty();
        try {
            return on(from, bound, step, due);
        } finally {
            if (due.isPresent()) {
                due.get().keep();
            }
        }
    }

    /** A state that leaves events out because of when they were created is no snapshot, and none are due then. */
    private Folded on(State from, Bound bound, Step step, Optional<Due> due) throws SQLException {
        State at = from;
        int events = 0;
        long behind = from.position();
        while (true) {
            Past.Run run = past.after(from.entity(), behind, bound.ceiling(), PAGE);
            for (Happened event : run.events()) {
                if (at.version() >= bound.version()) {
                    return new Folded(at, Optional.empty(), events);
                }
                if (event.createdAtMicros() > bound.createdMicros()) {
                    continue;
                }
                if (events++ == EVENTS_MAX) {
                    throw new FoldTooLong(from.entity(), EVENTS_MAX);
                }
                State before = at;
                try {
                    at = next(before, event);
                } catch (FoldFailed failed) {
                    return new Folded(before, Optional.of(new Parked(event.position(), failed.getMessage())), events);
                }
                if (!at.isThere()) {
                    continue;
                }
                if (at.isDue(every)) {
                    if (due.isPresent()) {
                        due.get().add(at);
                    }
                    at = at.asAncestor();
                }
                if (!step.take(before, event, at)) {
                    return new Folded(at, Optional.empty(), events);
                }
            }
            if (run.isWhole()) {
                return new Folded(at, Optional.empty(), events);
            }
            behind = run.end() - 1;
        }
    }

    /** {@link FoldFailed} when the event gives no state and is not skipped. */
    State next(State state, Happened event) throws SQLException {
        try {
            return folding.next(state, event);
        } catch (FoldFailed failed) {
            if (isSkipped(past.tables(), state.entity(), event.position())) {
                return folding.past(state, event);
            }
            throw failed;
        }
    }

    private static boolean isSkipped(Tables tables, EntityId entity, long position) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(SKIPPED + tables.immutableRead())) {
            select.setLong(1, tables.ledger());
            select.setString(2, entity.id());
            select.setString(3, entity.type());
            select.setLong(4, position);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1) > 0;
            }
        }
    }
}
