package io.trove.api;

import io.trove.refusal.Refusal;
import java.util.Map;

/** A body that should say a name says none. */
final class NameMissing extends Refusal {
    private static final long serialVersionUID = 1L;

    NameMissing(boolean isObject) {
        super((isObject ? "The body has no text under \"name\"" : "The body is no JSON object")
                + "; send {\"name\": \"acme\"}");
    }

    @Override
    public String slug() {
        return "name-missing";
    }

    @Override
    public String title() {
        return "A name is missing";
    }

    @Override
    public int status() {
        return 422;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("pointer", "/name");
    }
}
