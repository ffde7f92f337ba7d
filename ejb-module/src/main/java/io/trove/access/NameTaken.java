package io.trove.access;

import io.trove.refusal.Refusal;
import java.util.Map;

/** Somebody else, or something else, has the name. */
public final class NameTaken extends Refusal {

    private static final long serialVersionUID = 1L;

    private final String name;

    NameTaken(String kind, String name) {
        super("There is a %s of this name already: %s".formatted(kind, name));
        this.name = name;
    }

    @Override
    public String slug() {
        return "name-taken";
    }

    @Override
    public String title() {
        return "The name is taken";
    }

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("name", name);
    }
}
