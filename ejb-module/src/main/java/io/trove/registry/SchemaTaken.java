package io.trove.registry;

import io.trove.event.SchemaId;
import io.trove.refusal.Refusal;
import java.util.Map;

/** The version is registered already, with this content or with another. */
public final class SchemaTaken extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient SchemaId schema;
    private final boolean sameContent;

    SchemaTaken(SchemaId schema, boolean sameContent) {
        super(
                "Schema \"%s\" version %s is registered already, with another content, and never changes; register the next version"
                        .formatted(schema.id(), schema.version()));
        this.schema = schema;
        this.sameContent = sameContent;
    }

    /** Whether what is there is what was to be registered. */
    boolean sameContent() {
        return sameContent;
    }

    @Override
    public String slug() {
        return "schema-taken";
    }

    @Override
    public String title() {
        return "The version is registered with another content";
    }

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("schema", Map.of("id", schema.id(), "version", schema.version()));
    }
}
