package io.trove.entities;

import io.trove.refusal.Refusal;
import java.util.Map;

/** There is no event to be skipped. */
final class NotParked extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient EntityId entity;

    NotParked(EntityId entity, String at) {
        super("%s \"%s\" is not parked%s; only the event that its fold fails at can be skipped"
                .formatted(entity.type(), entity.id(), at));
        this.entity = entity;
    }

    @Override
    public String slug() {
        return "not-parked";
    }

    @Override
    public String title() {
        return "The entity is not parked there";
    }

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("entity", entity.members());
    }
}
