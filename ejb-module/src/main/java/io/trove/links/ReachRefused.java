package io.trove.links;

import io.trove.refusal.Refusal;
import java.util.Map;

/** A walk is asked to go farther than walks go. */
public final class ReachRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final int most;

    private ReachRefused(String name, int got, int most) {
        super("%s is %d; ask for 1 to %d, and go on from where the answer ends".formatted(name, got, most));
        this.name = name;
        this.most = most;
    }

    static void require(String name, int got, int most) {
        if (got < 1 || got > most) {
            throw new ReachRefused(name, got, most);
        }
    }

    @Override
    public String slug() {
        return "limit-refused";
    }

    @Override
    public String title() {
        return "More than is given at once";
    }

    @Override
    public int status() {
        return 400;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("limit", name, "most", most);
    }
}
