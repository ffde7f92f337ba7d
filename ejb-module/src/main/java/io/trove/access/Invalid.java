package io.trove.access;

import io.trove.event.Json;
import io.trove.refusal.Refusal;
import java.util.Map;

/** What was asked to be set for principals, keys or roles is not understood, or names what there is not. */
public final class Invalid extends Refusal {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN_MAX = 80;

    private final transient Map<String, Object> facts;

    private Invalid(String detail, Map<String, Object> facts) {
        super(detail);
        this.facts = facts;
    }

    static Invalid at(String pointer, String got, String wanted) {
        return new Invalid(
                "%s is %s; %s was wanted".formatted(pointer.isEmpty() ? "The body" : pointer, got, wanted),
                Map.of("pointer", pointer, "wanted", wanted));
    }

    static Invalid at(String pointer, Json got, String wanted) {
        String text = got.toString();
        return at(pointer, text.length() <= SHOWN_MAX ? text : text.substring(0, SHOWN_MAX) + "…", wanted);
    }

    @Override
    public String slug() {
        return "access-invalid";
    }

    @Override
    public String title() {
        return "Not something that access knows";
    }

    @Override
    public int status() {
        return 422;
    }

    @Override
    public Map<String, Object> facts() {
        return facts;
    }
}
