package io.trove.entities;

import io.trove.refusal.Refusal;
import java.util.Map;

/** Nothing that may be seen has happened to an entity of this name, or not yet at the moment that is asked for. */
public final class EntityUnknown extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient EntityId entity;

    private EntityUnknown(EntityId entity, String before, String after) {
        super("%s %s \"%s\" %s".formatted(before, entity.type(), entity.id(), after));
        this.entity = entity;
    }

    static EntityUnknown now(EntityId entity) {
        return new EntityUnknown(entity, "There is no", "that you may see in this ledger");
    }

    static EntityUnknown then(EntityId entity) {
        return new EntityUnknown(entity, "There was no", "that you may see at that moment");
    }

    static EntityUnknown deleted(EntityId entity) {
        return new EntityUnknown(entity, "The", "is deleted; create it anew, under If-Match");
    }

    @Override
    public String slug() {
        return "entity-unknown";
    }

    @Override
    public String title() {
        return "No such entity";
    }

    @Override
    public int status() {
        return 404;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("entity", entity.members());
    }
}
