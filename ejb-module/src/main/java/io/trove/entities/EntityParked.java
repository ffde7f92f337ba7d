package io.trove.entities;

import io.trove.refusal.Refusal;
import java.util.Map;

/** Nothing can be decided by a state that is not whole. */
final class EntityParked extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient EntityId entity;
    private final transient Parked parked;

    EntityParked(EntityId entity, Parked parked) {
        super(
                "The state of %s \"%s\" stops before the event at position %d, because its fold failed: %s; mend the fold and retry, or skip the event"
                        .formatted(entity.type(), entity.id(), parked.position(), parked.why()));
        this.entity = entity;
        this.parked = parked;
    }

    @Override
    public String slug() {
        return "entity-parked";
    }

    @Override
    public String title() {
        return "The entity's fold failed";
    }

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("entity", entity.members(), "parked", parked.members());
    }
}
