package io.trove.access;

import io.trove.refusal.Refusal;
import java.util.List;
import java.util.Map;

/** The role is somebody's. */
public final class RoleInUse extends Refusal {

    private static final long serialVersionUID = 1L;

    /** So many of those who have it are named. */
    static final int SHOWN_MAX = 10;

    private final transient Map<String, Object> facts;

    RoleInUse(String role, List<String> holders) {
        super("The role \"%s\" is had by %s; take it from them first"
                .formatted(
                        role,
                        String.join(", ", holders.subList(0, Math.min(SHOWN_MAX, holders.size())))
                                + (holders.size() > SHOWN_MAX ? " and others" : "")));
        this.facts = Map.of("name", role, "principals", holders.subList(0, Math.min(SHOWN_MAX, holders.size())));
    }

    @Override
    public String slug() {
        return "role-in-use";
    }

    @Override
    public String title() {
        return "Somebody has this role";
    }

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Map<String, Object> facts() {
        return facts;
    }
}
