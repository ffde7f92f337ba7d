package io.trove.api;

import io.trove.refusal.Refusal;
import java.util.Map;

/** A body of JSON says that it is in another charset than JSON is in. */
final class CharsetRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private final String got;

    CharsetRefused(String got) {
        super("The Content-Type says charset \"%s\", and JSON is read in UTF-8. Send it in UTF-8".formatted(got));
        this.got = got;
    }

    @Override
    public String slug() {
        return "unsupported-media-type";
    }

    @Override
    public String title() {
        return "Not this charset";
    }

    @Override
    public int status() {
        return 415;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("got", got, "wanted", "utf-8");
    }
}
