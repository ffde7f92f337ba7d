package io.trove.api;

import io.trove.refusal.Refusal;
import java.util.Map;

/** What arrived is not what its digest says. */
final class DigestMismatch extends Refusal {
    private static final long serialVersionUID = 1L;

    private final String field;

    DigestMismatch(String field) {
        super("The bytes that arrived do not have the digest that %s says; nothing was kept, send them again"
                .formatted(field));
        this.field = field;
    }

    @Override
    public String slug() {
        return "digest-mismatch";
    }

    @Override
    public String title() {
        return "The bytes are not those of their digest";
    }

    @Override
    public int status() {
        return 422;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("field", field);
    }
}
