package io.trove.entities;

import io.trove.refusal.Refusal;
import java.util.Map;

/** Nothing is registered of what such commands lead to. */
final class CommandUnknown extends Refusal {

    private static final long serialVersionUID = 1L;

    private final String type;

    CommandUnknown(String type) {
        super("Commands \"%s\" lead to nothing here; register a handler with PUT …/commands/{type}".formatted(type));
        this.type = type;
    }

    @Override
    public String slug() {
        return "command-unknown";
    }

    @Override
    public String title() {
        return "No such command";
    }

    @Override
    public int status() {
        return 404;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("command", type);
    }
}
