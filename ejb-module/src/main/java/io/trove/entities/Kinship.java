package io.trove.entities;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which group took an entity along when it was deleted: one that it is in, deleted after it joined. The deletion names the
 * group alone, so that it is not among the member's events; it is looked up, once for each group however many ways lead to it.
 */
final class Kinship {

    private static final int DEPTH_MAX = 8;
    private static final int GROUPS_MAX = 32;

    private final Kin kin;
    private final Map<EntityId, Optional<Group>> groups = new HashMap<>();
    private final Set<Reached> inVain = new HashSet<>();

    Kinship(Kin kin) {
        this.kin = kin;
    }

    /** The state of another entity at the same moment. */
    interface Kin {
        Optional<State> of(EntityId entity) throws SQLException;
    }

    /** What is kept of a group's state, which may be large. */
    private record Group(long deletedAt, Map<EntityId, Long> memberOf) {

        static Group of(State state) {
            return new Group(state.content().deletedAt(), state.content().memberOf());
        }
    }

    /** What is so far from the entity, with as much depth left behind it. */
    private record Reached(EntityId group, int depth) {}

    Optional<EntityId> deletedWith(State state) throws SQLException {
        return deletedWith(state.content().memberOf(), 0);
    }

    private Optional<EntityId> deletedWith(Map<EntityId, Long> memberOf, int depth) throws SQLException {
        int looked = 0;
        for (Map.Entry<EntityId, Long> each : memberOf.entrySet()) {
            if (depth == DEPTH_MAX || looked++ == GROUPS_MAX) {
                return Optional.empty();
            }
            if (isGone(each.getKey(), each.getValue(), depth)) {
                return Optional.of(each.getKey());
            }
        }
        return Optional.empty();
    }

    /** Where a group is gone, the search is over; so whoever was reached before was reached in vain. */
    private boolean isGone(EntityId entity, long since, int depth) throws SQLException {
        Optional<Group> group = group(entity);
        if (group.isEmpty() || group.get().deletedAt() >= 0) {
            return group.isPresent() && group.get().deletedAt() > since;
        }
        return inVain.add(new Reached(entity, depth))
                && deletedWith(group.get().memberOf(), depth + 1).isPresent();
    }

    private Optional<Group> group(EntityId entity) throws SQLException {
        Optional<Group> known = groups.get(entity);
        if (known == null) {
            known = kin.of(entity).map(Group::of);
            groups.put(entity, known);
        }
        return known;
    }
}
