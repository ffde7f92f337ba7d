package io.trove.entities;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An entity as it was found.
 *
 * @param asOf every event up to this position is in it, as far as it belongs to it
 * @param parked where its fold failed, and then the state is the one before that
 * @param deletedWith the group whose deletion took it along
 */
public record Look(State state, long asOf, Optional<Parked> parked, Optional<EntityId> deletedWith) {

    public boolean isDeleted() {
        return state.isDeleted() || deletedWith.isPresent();
    }

    /** How many events of others name it. */
    long naming() {
        return state.count() - state.version();
    }

    /** The same as of another position, up to which nothing happened to it. */
    Look asOf(long position) {
        return new Look(state, position, parked, deletedWith);
    }

    /** The strong tag of this state: its version, and how many events of others name it where any do. */
    public String tag() {
        long naming = naming();
        return "\"v" + state.version() + (naming > 0 ? "." + naming : "") + "\"";
    }

    /** As answers say it. */
    public Map<String, Object> members() {
        var members = new LinkedHashMap<>(state.members());
        members.put("deleted", isDeleted());
        members.put("deletedWith", deletedWith.map(EntityId::members));
        members.put("parked", parked.map(Parked::members));
        members.put("asOf", Map.of("position", asOf));
        return members;
    }
}
