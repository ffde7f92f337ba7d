package io.trove.entities;

import io.trove.refusal.Refusal;
import java.util.Map;

/** An entity is not as the caller saw it. */
final class EntityMoved extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient EntityId entity;
    private final String seen;
    private final String actual;

    EntityMoved(EntityId entity, String seen, String actual) {
        super("%s \"%s\" is %s, not as under If-Match %s; read it and decide again"
                .formatted(entity.type(), entity.id(), actual, seen));
        this.entity = entity;
        this.seen = seen;
        this.actual = actual;
    }

    @Override
    public String slug() {
        return "entity-moved";
    }

    @Override
    public String title() {
        return "The entity is not as you saw it";
    }

    @Override
    public int status() {
        return 412;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("entity", entity.members(), "seen", seen, "actual", actual);
    }
}
