package io.trove.entities;

import io.trove.filter.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Builds a generation of states, entity after entity: each is folded from its first event to a bound, and written once,
 * where a follower writes it at every stride. Memory holds the events of some entities, or of a page of one.
 */
final class Building {

    /** So many events are read together, but for an entity that has more. */
    private static final int READ_AT_ONCE = 256;

    private final Tables tables;
    private final Replay replay;
    private final long generation;
    private final long below;
    private final List<StateRows.Kept> states = new ArrayList<>();
    private final List<State> due = new ArrayList<>();
    private long events;

    Building(Tables tables, Replay replay, long generation, long below) {
        this.tables = tables;
        this.replay = replay;
        this.generation = generation;
        this.below = below;
    }

    /**
     * What a stretch of a range came to: the last id in it, whether that is the range's end, and how many events were folded.
     * It is not written before {@link #write}.
     */
    record Built(String at, boolean ended, long events) {}

    Built next(IdRange range) throws SQLException {
        Concerned concerned = Concerned.next(tables, range, below);
        for (EntityId each : concerned.crowded()) {
            crowded(each);
        }
        var together = new TreeSet<Long>();
        var waiting = new ArrayList<Map.Entry<EntityId, SortedSet<Long>>>();
        for (Map.Entry<EntityId, SortedSet<Long>> each : concerned.entities().entrySet()) {
            if (each.getValue().size() > READ_AT_ONCE) {
                crowded(each.getKey());
            } else {
                if (together.size() + each.getValue().size() > READ_AT_ONCE) {
                    fold(waiting, together);
                }
                waiting.add(each);
                together.addAll(each.getValue());
            }
        }
        fold(waiting, together);
        return new Built(concerned.at(), concerned.isWhole(), events);
    }

    private void fold(List<Map.Entry<EntityId, SortedSet<Long>>> entities, SortedSet<Long> positions)
            throws SQLException {
        List<Happened> read = replay.past().documents(List.copyOf(positions));
        for (Map.Entry<EntityId, SortedSet<Long>> each : entities) {
            fold(
                    each.getKey(),
                    read.stream()
                            .filter(event -> each.getValue().contains(event.position()))
                            .sorted(Comparator.comparingLong(Happened::position))
                            .toList());
        }
        entities.clear();
        positions.clear();
    }

    private void fold(EntityId entity, List<Happened> happened) throws SQLException {
        State at = State.before(entity);
        Optional<Parked> parked = Optional.empty();
        for (Happened event : happened) {
            try {
                at = replay.next(at, event);
            } catch (FoldFailed failed) {
                parked = Optional.of(new Parked(event.position(), failed.getMessage()));
                break;
            }
            if (at.isDue(replay.every())) {
                due.add(at);
                at = at.asAncestor();
            }
        }
        events += happened.size();
        states.add(StateRows.Kept.of(entity).after(at, parked));
    }

    /** It keeps its snapshots on the way, so that it goes on from there when it is begun anew. */
    private void crowded(EntityId entity) throws SQLException {
        Optional<Replay.Folded> folded = Optional.empty();
        while (folded.isEmpty()) {
            folded = furtherOn(entity);
        }
        events += folded.get().state().count();
        states.add(StateRows.Kept.of(entity)
                .after(folded.get().state(), folded.get().parked()));
    }

    private Optional<Replay.Folded> furtherOn(EntityId entity) throws SQLException {
        try {
            return Optional.of(replay.to(entity, Bound.below(below)));
        } catch (FoldTooLong further) {
            return Optional.empty();
        }
    }

    /** Writes what was built, in the transaction of whoever calls. */
    void write(Connection connection) throws SQLException {
        var there = new Tables(connection, tables.immutableRead(), tables.embedded(), tables.ledger());
        new StateRows(there, generation).insert(states);
        new Snapshots(there, generation).insert(due);
    }
}
