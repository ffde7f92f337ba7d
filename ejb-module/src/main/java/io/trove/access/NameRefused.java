package io.trove.access;

import io.trove.refusal.Refusal;
import java.util.Map;

/** No organization can have this name. */
public final class NameRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private final String name;

    NameRefused(String name, String why) {
        super("\"%s\" cannot be an organization's name: %s".formatted(shown(name), why));
        this.name = shown(name);
    }

    @Override
    public String slug() {
        return "name-refused";
    }

    @Override
    public String title() {
        return "Not an organization's name";
    }

    @Override
    public int status() {
        return 422;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("pointer", "/name", "name", name);
    }

    private static String shown(String name) {
        return name.length() <= 100 ? name : name.substring(0, 100) + "…";
    }
}
