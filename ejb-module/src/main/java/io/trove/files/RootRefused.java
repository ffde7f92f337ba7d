package io.trove.files;

import io.trove.refusal.Refusal;
import java.util.Map;

/** This cannot be what references are followed into. */
public final class RootRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private final String got;
    private final String wanted;

    RootRefused(String got, String wanted) {
        super("\"%s\" cannot be granted; wanted is %s".formatted(got, wanted));
        this.got = got;
        this.wanted = wanted;
    }

    @Override
    public String slug() {
        return "root-refused";
    }

    @Override
    public String title() {
        return "This cannot be granted";
    }

    @Override
    public int status() {
        return 422;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("got", got, "wanted", wanted);
    }
}
