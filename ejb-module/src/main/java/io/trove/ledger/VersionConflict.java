package io.trove.ledger;

import io.trove.refusal.Refusal;
import java.util.Map;

/** An entity is not at the version that a request expects. */
public final class VersionConflict extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient Expected expected;
    private final long actual;

    VersionConflict(Expected expected, long actual) {
        super(
                "Entity %s \"%s\" has %d events, and the request expects %s; read it, decide again and send what follows from it"
                        .formatted(
                                expected.entityType(),
                                expected.entityId(),
                                actual,
                                switch (expected.wanted()) {
                                    case "none" -> "that it has none";
                                    case "exists" -> "that it has some";
                                    default -> expected.wanted();
                                }));
        this.expected = expected;
        this.actual = actual;
    }

    @Override
    public String slug() {
        return "version-conflict";
    }

    @Override
    public String title() {
        return "Entity is at another version";
    }

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of(
                "entity", Map.of("type", expected.entityType(), "id", expected.entityId()),
                "expected", expected.wanted(),
                "actual", actual);
    }
}
