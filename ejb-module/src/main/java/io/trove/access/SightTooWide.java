package io.trove.access;

import io.trove.refusal.Refusal;
import java.util.Map;

/** The rules of a caller's roles lead to more entities than are followed. */
public final class SightTooWide extends Refusal {

    private static final long serialVersionUID = 1L;

    private final int entitiesMax;

    SightTooWide(int entitiesMax) {
        super(("A rule of your roles leads to more than %d entities, which is all that are followed; "
                        + "ask an administrator for a role that says it by type or by index key")
                .formatted(entitiesMax));
        this.entitiesMax = entitiesMax;
    }

    @Override
    public String slug() {
        return "sight-too-wide";
    }

    @Override
    public String title() {
        return "A rule leads too far";
    }

    @Override
    public int status() {
        return 403;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("entitiesMax", entitiesMax);
    }
}
