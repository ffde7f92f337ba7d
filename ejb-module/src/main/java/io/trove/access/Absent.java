package io.trove.access;

import io.trove.refusal.Refusal;
import java.util.Map;

/** There is no such organization, principal, key or role, or none that the caller may know of. */
public final class Absent extends Refusal {

    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String name;

    Absent(String kind, String name) {
        super("There is no %s \"%s\" that you may administer".formatted(kind, name));
        this.kind = kind;
        this.name = name;
    }

    @Override
    public String slug() {
        return kind + "-unknown";
    }

    @Override
    public String title() {
        return "No such " + kind;
    }

    @Override
    public int status() {
        return 404;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("name", name);
    }
}
