package io.trove.registry;

import io.trove.event.SchemaId;
import io.trove.jsonschema.Verdict;
import io.trove.refusal.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;

/** A version that does not keep what its compatibility promises to earlier ones. */
public final class Incompatible extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient SchemaId schema;
    private final transient Verdict verdict;

    Incompatible(SchemaId schema, Verdict verdict) {
        super("Schema \"%s\" version %s is not %s compatible: %s; change it, or register it with another compatibility"
                .formatted(schema.id(), schema.version(), verdict.mode(), Verdicts.first(verdict)));
        this.schema = schema;
        this.verdict = verdict;
    }

    @Override
    public String slug() {
        return "schema-incompatible";
    }

    @Override
    public String title() {
        return "The version breaks what earlier ones are promised";
    }

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("schema", Map.of("id", schema.id(), "version", schema.version()));
        facts.putAll(Verdicts.members(verdict));
        return facts;
    }
}
