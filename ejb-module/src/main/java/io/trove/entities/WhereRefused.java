package io.trove.entities;

import io.trove.refusal.Refusal;
import java.util.Map;

/** A condition of a search is not understood. */
final class WhereRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final String wanted;

    WhereRefused(String parameter, String wanted) {
        super("The condition %s is not understood; wanted: %s".formatted(parameter, wanted));
        this.parameter = parameter;
        this.wanted = wanted;
    }

    @Override
    public String slug() {
        return "parameter-refused";
    }

    @Override
    public String title() {
        return "A parameter is not understood";
    }

    @Override
    public int status() {
        return 400;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("parameter", parameter, "wanted", wanted);
    }
}
