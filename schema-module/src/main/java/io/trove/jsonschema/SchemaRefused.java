package io.trove.jsonschema;

import java.util.List;

/** A document that is not a schema which can be used, and why; violations of its meta-schema where that is the reason. */
public final class SchemaRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    SchemaRefused(String reason) {
        super(reason);
        this.violations = List.of();
    }

    SchemaRefused(String reason, Throwable cause) {
        super(reason, cause);
        this.violations = List.of();
    }

    SchemaRefused(List<Violation> violations) {
        super("The schema does not conform to its meta-schema: "
                + violations.get(0).message());
        this.violations = List.copyOf(violations);
    }

    /** Where the document does not conform to its meta-schema; none when the reason is another. */
    public List<Violation> violations() {
        return violations;
    }
}
