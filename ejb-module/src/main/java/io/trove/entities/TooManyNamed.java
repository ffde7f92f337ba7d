package io.trove.entities;

import io.trove.refusal.Refusal;
import java.util.Map;

/** Events name more entities than are kept track of. */
final class TooManyNamed extends Refusal {

    private static final long serialVersionUID = 1L;

    private final int index;
    private final int named;
    private final int most;

    TooManyNamed(int index, int named, int most) {
        super("Up to event %d, %d entities are named, and at most %d are taken; send the members in several events"
                .formatted(index, named, most));
        this.index = index;
        this.named = named;
        this.most = most;
    }

    @Override
    public String slug() {
        return "too-many-named";
    }

    @Override
    public String title() {
        return "Too many entities are named";
    }

    @Override
    public int status() {
        return 413;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("index", index, "named", named, "most", most);
    }
}
