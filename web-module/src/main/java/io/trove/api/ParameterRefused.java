package io.trove.api;

import io.trove.refusal.Refusal;
import java.util.Map;

/** A parameter of the address has a value that it cannot have. */
final class ParameterRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final String got;
    private final String wanted;

    ParameterRefused(String parameter, String got, String wanted) {
        this(parameter, got, wanted, null);
    }

    ParameterRefused(String parameter, String got, String wanted, Throwable cause) {
        super(detail(parameter, got, wanted), cause);
        this.parameter = parameter;
        this.got = got == null ? "nothing" : got;
        this.wanted = wanted;
    }

    private static String detail(String parameter, String got, String wanted) {
        return got == null
                ? "The parameter %s is missing, and %s is wanted".formatted(parameter, wanted)
                : "The parameter %s is \"%s\", and %s is wanted".formatted(parameter, got, wanted);
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
        return Map.of("parameter", parameter, "got", got, "wanted", wanted);
    }
}
