package io.trove.entities;

import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
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

    /** So many events a stride: the more, the fewer times the state of a busy entity is written. */
    static final int LENGTH = 2_500;

    /** So many of them are looked at together. */
    private static final int TOGETHER = 250;

    /** A stride ends early when its events and states have so many bytes, or so many of its states are large. */
    private static final long BYTES_ENOUGH = 4L << 20;

    private static final int LARGE_ENOUGH = 4;

    private static final String EVENTS = """
            SELECT position,
                   %s
              FROM event --DERBY-PROPERTIES constraint=event_pk
             WHERE ledger_id = ?
               AND position BETWEEN ? AND ?
             ORDER BY position""";

    private final Tables tables;
    private final Replay replay;
    private final StateRows rows;
    private final Map<EntityId, StateRows.Kept> known = new LinkedHashMap<>();
    private final Set<EntityId> left = new HashSet<>();
    private final Due due;
    private long bytes;
    private int large;

    Stride(Tables tables, Replay replay, long generation) {
        this.tables = tables;
        this.replay = replay;
        this.due = new Due(new Snapshots(tables, generation));
        this.rows = new StateRows(tables, generation);
    }

    /** Goes on below a published size, under a lease's fence; where that ends, nothing when another server was there. */
    OptionalLong below(long size, long fence) throws SQLException {
        long from = rows.followed();
        long end = Math.min(size, from + LENGTH);
        if (from >= end) {
            return OptionalLong.of(from);
        }
        long to = from;
        while (to < end && !isEnough()) {
            to = fold(events(to, Math.min(end, to + TOGETHER)), to);
        }
        due.keep();
        return rows.moveOn(from, to, fence, known.values()) ? OptionalLong.of(to) : OptionalLong.empty();
    }

    private boolean isEnough() {
        return bytes >= BYTES_ENOUGH || large >= LARGE_ENOUGH;
    }

    /** Folds these as far as there is room for their states; where that ends. */
    private long fold(List<Told> events, long from) throws SQLException {
        load(events);
        long to = from;
        for (Told told : events) {
            for (EntityId each : told.about()) {
                known.put(each, after(kept(each), told.event()));
            }
            to = told.event().position() + 1;
            if (large >= LARGE_ENOUGH) {
                return to;
            }
        }
        return to;
    }

    private StateRows.Kept kept(EntityId entity) throws SQLException {
        StateRows.Kept kept = known.get(entity);
        if (kept != null) {
            return kept;
        }
        if (!left.remove(entity)) {
            return StateRows.Kept.of(entity);
        }
        large++;
        return rows.find(entity).orElseGet(() -> StateRows.Kept.of(entity));
    }

    /** An event, and the entities that it is about: those that it names, and its own. */
    private record Told(Happened event, Set<EntityId> about) {

        static Told of(Happened event) {
            Set<EntityId> about = new LinkedHashSet<>(Named.by(event));
            event.entity().ifPresent(about::add);
            return new Told(event, about);
        }
    }

    /** Whatever is kept of the entities that these are about, and is not known from those before. */
    private void load(List<Told> events) throws SQLException {
        Set<EntityId> entities = new LinkedHashSet<>();
        events.forEach(told -> entities.addAll(told.about()));
        entities.removeAll(known.keySet());
        var found = StatesTogether.of(entities, rows);
        bytes += found.bytes();
        found.states().forEach(each -> known.put(each.state().entity(), each));
        left.addAll(found.left());
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

    /** The next events, and no more than there is room for. */
    private List<Told> events(long from, long to) throws SQLException {
        String sql = EVENTS.formatted(tables.together("document")) + tables.immutableRead();
        try (PreparedStatement select = tables.connection().prepareStatement(sql)) {
            select.setLong(1, tables.ledger());
            select.setLong(2, from);
            select.setLong(3, to - 1);
            var events = new ArrayList<Told>();
            try (ResultSet row = select.executeQuery()) {
                while (bytes < BYTES_ENOUGH && row.next()) {
                    long position = row.getLong(1);
                    byte[] document = tables.document(row, 2, position);
                    bytes += document.length;
                    events.add(Told.of(Happened.of(position, document)));
                }
            }
            return events;
        }
    }
}
