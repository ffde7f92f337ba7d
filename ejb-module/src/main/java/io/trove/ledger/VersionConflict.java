package io.trove.ledger;

import io.trove.refusal.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** An entity is not at the version that a request expects. */
public final class VersionConflict extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient Expected expected;
    private final transient OptionalLong actual;

    VersionConflict(Expected expected, long actual) {
        this(expected, OptionalLong.of(actual), "has " + counted(actual, "event"));
    }

    private VersionConflict(Expected expected, OptionalLong actual, String found) {
        super("Entity %s \"%s\" %s, and the request expects %s; read it, decide again and send what follows from it"
                .formatted(
                        expected.entityType(),
                        expected.entityId(),
                        found,
                        switch (expected.wanted()) {
                            case "none" -> "that it has none";
                            case "exists" -> "that it has some";
                            default -> expected.wanted();
                        }));
        this.expected = expected;
        this.actual = actual;
    }

    /** The same for somebody who does not see the newest event of the entity. */
    VersionConflict unseen() {
        return new VersionConflict(expected, OptionalLong.empty(), "is at another version");
    }

    Expected expected() {
        return expected;
    }

    OptionalLong actual() {
        return actual;
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

    /** A number as a number, beside the actual one. */
    private static Object said(Expected expected) {
        return expected instanceof Expected.Exactly exactly && exactly.version() > 0
                ? (Object) exactly.version()
                : expected.wanted();
    }

    @Override
    public Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("entity", Map.of("type", expected.entityType(), "id", expected.entityId()));
        facts.put("expected", said(expected));
        actual.ifPresent(version -> facts.put("actual", version));
        return facts;
    }
}
