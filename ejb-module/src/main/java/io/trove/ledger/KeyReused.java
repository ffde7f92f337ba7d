package io.trove.ledger;

import io.trove.refusal.Refusal;
import java.util.Map;

/** The idempotency key belongs to another request. */
public final class KeyReused extends Refusal {

    private static final long serialVersionUID = 1L;

    private final long position;

    KeyReused(long position) {
        super("This Idempotency-Key was used for another request, whose first event is at position " + position
                + "; send that request again unchanged, or this one under a key of its own");
        this.position = position;
    }

    @Override
    public String slug() {
        return "idempotency-key-reused";
    }

    @Override
    public String title() {
        return "Idempotency key used for another request";
    }

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("position", position);
    }
}
