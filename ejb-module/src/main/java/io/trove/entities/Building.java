package io.trove.entities;

import io.trove.filter.Tables;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds a generation of states, pile after pile: the entities of a pile are folded in memory from their first events on, and
 * each is written once, where a follower writes it at every stride.
 */
final class Building {

    /** So many rows are enough for one transaction. */
    private static final int ROWS_ENOUGH = 1_000;

    /** So many events are enough for one. */
    private static final int EVENTS_ENOUGH = 20_000;

    /** So many bytes of events are, too: their states are in memory together. */
    private static final long BYTES_ENOUGH = Spread.BYTES_A_PILE;

    private static final Comparator<StateRows.Kept> AS_IN_THE_TABLE = Comparator.comparing(
                    (StateRows.Kept kept) -> kept.state().entity().type())
            .thenComparing(kept -> kept.state().entity().id());

    private final Tables tables;
    private final Replay replay;
    private final long generation;
    private final List<StateRows.Kept> states = new ArrayList<>();
    /** Snapshots do not wait for what they belong to: whoever builds it anew comes by the same. */
    private final Due due;

    private Optional<Happened> lookedUp = Optional.empty();
    private long events;
    private long bytes;

    Building(Tables tables, Replay replay, long generation) {
        this.tables = tables;
        this.replay = replay;
        this.generation = generation;
        this.due = new Due(new Snapshots(tables, generation));
    }

    /** The pile that comes next, and how many events were folded. What was built is not written before {@link #write}. */
    record Built(int next, long events) {}

    Built next(Laying laid, Portion portion) throws SQLException, IOException {
        int pile = portion.next();
        while (pile < portion.end() && !isEnough()) {
            fold(laid, pile++);
        }
        due.keep();
        return new Built(pile, events);
    }

    private boolean isEnough() {
        return states.size() >= ROWS_ENOUGH || events >= EVENTS_ENOUGH || bytes >= BYTES_ENOUGH;
    }

    private void fold(Laying laid, int pile) throws SQLException, IOException {
        Map<EntityId, StateRows.Kept> folded = new HashMap<>();
        laid.read(pile, event -> fold(folded, event));
        states.addAll(folded.values());
    }

    private void fold(Map<EntityId, StateRows.Kept> folded, Piles.Laid laid) throws SQLException {
        Happened event = event(laid);
        EntityId entity = laid.named().or(event::entity).orElseThrow();
        StateRows.Kept before = folded.get(entity);
        if (before == null) {
            before = StateRows.Kept.of(entity);
        }
        events++;
        bytes += laid.document().length;
        if (before.parked().isEmpty()) {
            folded.put(entity, after(before, event));
        }
    }

    /** One that names many lies on their piles without its document. */
    private Happened event(Piles.Laid laid) throws SQLException {
        if (laid.document().length > 0) {
            return Happened.of(laid.position(), laid.document());
        }
        if (lookedUp.filter(it -> it.position() == laid.position()).isEmpty()) {
            lookedUp =
                    replay.past().documents(List.of(laid.position())).stream().findFirst();
        }
        return lookedUp.orElseThrow();
    }

    private StateRows.Kept after(StateRows.Kept before, Happened event) throws SQLException {
        try {
            State next = replay.next(before.state(), event);
            if (next.isDue(replay.every())) {
                due.add(next);
                next = next.asAncestor();
            }
            return before.after(next, Optional.empty());
        } catch (FoldFailed failed) {
            return before.after(before.state(), Optional.of(new Parked(event.position(), failed.getMessage())));
        }
    }

    /** Writes what was built, in the transaction of whoever calls. */
    void write(Connection connection) throws SQLException {
        var there = new Tables(connection, tables.immutableRead(), tables.embedded(), tables.ledger());
        states.sort(AS_IN_THE_TABLE);
        new StateRows(there, generation).insert(states);
    }
}
