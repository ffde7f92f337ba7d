package io.trove.entities;

import io.trove.refusal.Refusal;
import java.util.Map;

/** Another command has the id that this one was sent under. */
final class CommandIdTaken extends Refusal {

    private static final long serialVersionUID = 1L;

    private final String id;

    CommandIdTaken(String id) {
        super("The command \"%s\" was another one; send that one again unchanged, or this one under an id of its own"
                .formatted(id));
        this.id = id;
    }

    @Override
    public String slug() {
        return "command-id-taken";
    }

    @Override
    public String title() {
        return "Command id is taken";
    }

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("id", id);
    }
}
