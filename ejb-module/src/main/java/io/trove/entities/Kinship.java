package io.trove.entities;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * Which group took an entity along when it was deleted: one that it is in, deleted after it joined. The deletion names the
 * group alone, so that it is not among the member's events; it is looked up.
 */
record Kinship(Kin kin) {

    private static final int DEPTH_MAX = 8;
    private static final int GROUPS_MAX = 32;

    /** The state of another entity at the same moment. */
    interface Kin {
        Optional<State> of(EntityId entity) throws SQLException;
    }

    Optional<EntityId> deletedWith(State state) throws SQLException {
        return deletedWith(state, 0);
    }

    private Optional<EntityId> deletedWith(State state, int depth) throws SQLException {
        int groups = 0;
        for (Map.Entry<EntityId, Long> each : state.content().memberOf().entrySet()) {
            if (depth == DEPTH_MAX || groups++ == GROUPS_MAX) {
                return Optional.empty();
            }
            Optional<State> group = kin.of(each.getKey());
            if (group.isPresent() && isGone(group.get(), each.getValue(), depth)) {
                return Optional.of(each.getKey());
            }
        }
        return Optional.empty();
    }

    private boolean isGone(State group, long since, int depth) throws SQLException {
        return group.content().deletedAt() > since
                || (!group.isDeleted() && deletedWith(group, depth + 1).isPresent());
    }
}
