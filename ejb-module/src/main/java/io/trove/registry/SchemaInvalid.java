package io.trove.registry;

import io.trove.jsonschema.SchemaRefused;
import io.trove.jsonschema.Violation;
import io.trove.refusal.Refusal;
import java.util.List;
import java.util.Map;

/** A request to register or to change a schema that cannot be one. */
public final class SchemaInvalid extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    SchemaInvalid(String detail) {
        super(detail);
        this.violations = List.of();
    }

    SchemaInvalid(SchemaRefused refused) {
        super(refused.getMessage(), refused);
        this.violations = refused.violations().stream()
                .map(violation -> violation.within("/schema"))
                .toList();
    }

    SchemaInvalid(String detail, List<Violation> violations) {
        super(detail);
        this.violations = List.copyOf(violations);
    }

    @Override
    public String slug() {
        return "schema-invalid";
    }

    @Override
    public String title() {
        return "This is not a schema that can be registered";
    }

    @Override
    public int status() {
        return 422;
    }

    @Override
    public Map<String, Object> facts() {
        return violations.isEmpty()
                ? Map.of()
                : Map.of(
                        "violations",
                        violations.stream().map(Nonconforming::members).toList());
    }
}
