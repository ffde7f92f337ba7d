package io.trove.registry;

import io.trove.event.SchemaId;
import io.trove.refusal.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** A schema that is not there, is not to be used, or is wanted and not given. */
public final class SchemaUnknown extends Refusal {

    private static final long serialVersionUID = 1L;

    private final String slug;
    private final int status;
    private final transient Map<String, Object> facts;

    private SchemaUnknown(String slug, int status, String detail, Map<String, Object> facts) {
        super(detail);
        this.slug = slug;
        this.status = status;
        this.facts = facts;
    }

    static SchemaUnknown schema(String id) {
        return new SchemaUnknown(
                "schema-unknown",
                404,
                "There is no schema \"%s\" here; GET …/schemas lists them".formatted(id),
                Map.of("schema", Map.of("id", id)));
    }

    static SchemaUnknown version(String id, String version) {
        return new SchemaUnknown(
                "schema-unknown",
                404,
                "Schema \"%s\" has no version %s; GET …/schemas/{id}/versions lists them".formatted(id, version),
                facts(new SchemaId(id, version), OptionalInt.empty()));
    }

    static SchemaUnknown anywhere(String version) {
        return new SchemaUnknown(
                "schema-unknown",
                404,
                "No schema here has a version \"%s\" that events could be shown as; ask for latest, or for one of GET …/schemas/{id}/versions"
                        .formatted(version),
                Map.of("as", version));
    }

    static SchemaUnknown named(int index, SchemaId named) {
        return new SchemaUnknown(
                "schema-unknown",
                422,
                "Event %d names schema \"%s\" version %s, which is not registered; register it, or leave the schema out for the default"
                        .formatted(index, named.id(), named.version()),
                facts(named, OptionalInt.of(index)));
    }

    static SchemaUnknown disabled(int index, SchemaId named) {
        return new SchemaUnknown(
                "schema-disabled",
                422,
                "Event %d names schema \"%s\" version %s, which is disabled; name another version, or enable it"
                        .formatted(index, named.id(), named.version()),
                facts(named, OptionalInt.of(index)));
    }

    static SchemaUnknown required(int index, String type) {
        return new SchemaUnknown(
                "schema-required",
                422,
                "Event %d has the type \"%s\", for which no schema is enabled, and this ledger requires one; register it first"
                        .formatted(index, type),
                Map.of("index", index, "type", type));
    }

    private static Map<String, Object> facts(SchemaId schema, OptionalInt index) {
        var facts = new LinkedHashMap<String, Object>();
        index.ifPresent(at -> facts.put("index", at));
        facts.put("schema", Map.of("id", schema.id(), "version", schema.version()));
        return facts;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public String title() {
        return "The schema is not there for this";
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Map<String, Object> facts() {
        return facts;
    }
}
