package io.trove.access;

import io.trove.refusal.Refusal;
import java.util.Map;

/** Nobody would be left who may administer the installation. */
public final class LastAdministrator extends Refusal {

    private static final long serialVersionUID = 1L;

    private final String name;

    LastAdministrator(String name) {
        super("\"%s\" is the last who may administer the installation; let somebody else do so first".formatted(name));
        this.name = name;
    }

    @Override
    public String slug() {
        return "last-administrator";
    }

    @Override
    public String title() {
        return "Nobody would be left to administer";
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
