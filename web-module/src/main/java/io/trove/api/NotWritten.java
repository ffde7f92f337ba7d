package io.trove.api;

import io.trove.refusal.Refusal;
import java.util.List;
import java.util.Map;

/** An answer is wanted in media types that it is not written in. */
final class NotWritten extends Refusal {
    private static final long serialVersionUID = 1L;

    private final String got;
    private final transient List<String> known;

    NotWritten(String got, List<String> known) {
        super("The request accepts %s, and this is written in %s".formatted(got, String.join(", ", known)));
        this.got = got;
        this.known = known;
    }

    @Override
    public String slug() {
        return "not-acceptable";
    }

    @Override
    public String title() {
        return "Not in this form";
    }

    @Override
    public int status() {
        return 406;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("got", got, "known", known);
    }
}
