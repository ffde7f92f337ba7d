package io.trove.access;

import io.trove.refusal.Refusal;
import java.util.Map;

/** What somebody read and meant to change is another by now. */
public final class ChangedMeanwhile extends Refusal {

    private static final long serialVersionUID = 1L;

    private final String name;

    ChangedMeanwhile(String kind, String name, boolean isThere) {
        super("Somebody else %s the %s %s meanwhile, and nothing was set"
                .formatted(isThere ? "changed" : "removed", kind, name));
        this.name = name;
    }

    @Override
    public String slug() {
        return "changed-meanwhile";
    }

    @Override
    public String title() {
        return "Somebody else changed it meanwhile";
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
