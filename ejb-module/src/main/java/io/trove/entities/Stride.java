package io.trove.entities;

import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One stride along a ledger: the next events are folded into the states of the entities that they are about, and those are
 * written together with how far that is. An entity whose fold fails is parked, and no other waits for it.
 */
final class Stride {

    /** So many events a stride. */
    static final int LENGTH = 500;

    private static final String EVENTS = """
            SELECT position,
                   document
              FROM event --DERBY-PROPERTIES constraint=event_pk
             WHERE ledger_id = ?
               AND position BETWEEN ? AND ?
             ORDER BY position""";

    private final Tables tables;
    private final Replay replay;
    private final StateRows rows;
    private final Snapshots snapshots;
    private final Map<EntityId, StateRows.Kept> known = new LinkedHashMap<>();
    private final List<State> due = new ArrayList<>();

    Stride(Tables tables, Replay replay, long generation) {
        this.tables = tables;
        this.replay = replay;
        this.snapshots = new Snapshots(tables, generation);
        this.rows = new StateRows(tables, generation);
    }

    /** Goes on below a published size, under a lease's fence; where that ends, nothing when another server was there. */
    OptionalLong below(long size, long fence) throws SQLException {
        long from = rows.followed();
        long to = Math.min(size, from + LENGTH);
        if (from >= to) {
            return OptionalLong.of(from);
        }
        List<Told> events = events(from, to);
        load(events);
        for (Told told : events) {
            for (EntityId each : told.about()) {
                known.put(each, after(known.computeIfAbsent(each, StateRows.Kept::of), told.event()));
            }
        }
        snapshots.keep(due);
        return rows.moveOn(from, to, fence, known.values()) ? OptionalLong.of(to) : OptionalLong.empty();
    }

    /** An event, and the entities that it is about: those that it names, and its own. */
    private record Told(Happened event, Set<EntityId> about) {

        static Told of(Happened event) {
            Set<EntityId> about = new LinkedHashSet<>(Named.by(event));
            event.entity().ifPresent(about::add);
            return new Told(event, about);
        }
    }

    /** Whatever is kept of the entities that these are about. */
    private void load(List<Told> events) throws SQLException {
        Set<EntityId> entities = new LinkedHashSet<>();
        events.forEach(told -> entities.addAll(told.about()));
        rows.find(entities).forEach(each -> known.put(each.state().entity(), each));
    }

    private StateRows.Kept after(StateRows.Kept kept, Happened event) throws SQLException {
        if (kept.parked().isPresent()) {
            return isSecondChance(kept, event) ? again(kept, event) : kept;
        }
        try {
            State next = replay.next(kept.state(), event);
            if (next.isDue(replay.every())) {
                due.add(next);
                next = next.asAncestor();
            }
            return kept.after(next, Optional.empty());
        } catch (FoldFailed failed) {
            return kept.after(kept.state(), Optional.of(new Parked(event.position(), failed.getMessage())));
        }
    }

    private static boolean isSecondChance(StateRows.Kept kept, Happened event) {
        return event.isOf(kept.state().entity())
                && (event.type().equals(Parked.RETRIED) || event.type().equals(Parked.SKIPPED));
    }

    /** From where it was parked, with this event. */
    private StateRows.Kept again(StateRows.Kept kept, Happened event) throws SQLException {
        Replay.Folded folded =
                replay.on(kept.state(), Bound.below(event.position() + 1), (before, each, after) -> true);
        return kept.after(folded.state(), folded.parked());
    }

    private List<Told> events(long from, long to) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(EVENTS + tables.immutableRead())) {
            select.setLong(1, tables.ledger());
            select.setLong(2, from);
            select.setLong(3, to - 1);
            var events = new ArrayList<Told>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    events.add(Told.of(Happened.of(row.getLong(1), row.getBytes(2))));
                }
            }
            return events;
        }
    }
}
