package io.trove.registry;

import io.trove.event.SchemaId;
import io.trove.jsonschema.Violation;
import io.trove.refusal.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Events that do not conform to their schemas: every violation, each with the index of its event in the request. */
public final class Nonconforming extends Refusal {

    private static final long serialVersionUID = 1L;

    /** An event, by its index in the request, that violates its schema. */
    record Offence(int index, SchemaId schema, List<Violation> violations) {}

    private final transient List<Offence> offences;

    Nonconforming(List<Offence> offences) {
        super(detail(offences.get(0)));
        this.offences = List.copyOf(offences);
    }

    private static String detail(Offence first) {
        return "Event %d does not conform to schema \"%s\" version %s: %s; send it as the schema wants it, or register a version that it conforms to"
                .formatted(
                        first.index(),
                        first.schema().id(),
                        first.schema().version(),
                        first.violations().get(0).message());
    }

    @Override
    public String slug() {
        return "schema-violated";
    }

    @Override
    public String title() {
        return "An event does not conform to its schema";
    }

    @Override
    public int status() {
        return 422;
    }

    @Override
    public Map<String, Object> facts() {
        Offence first = offences.get(0);
        var facts = new LinkedHashMap<String, Object>();
        facts.put("index", first.index());
        facts.put(
                "schema",
                Map.of("id", first.schema().id(), "version", first.schema().version()));
        facts.put(
                "violations",
                first.violations().stream().map(Nonconforming::members).toList());
        if (offences.size() > 1) {
            facts.put(
                    "others",
                    offences.stream().skip(1).map(Nonconforming::members).toList());
        }
        return facts;
    }

    private static Map<String, Object> members(Offence offence) {
        var members = new LinkedHashMap<String, Object>();
        members.put("index", offence.index());
        members.put(
                "schema",
                Map.of("id", offence.schema().id(), "version", offence.schema().version()));
        members.put(
                "violations",
                offence.violations().stream().map(Nonconforming::members).toList());
        return members;
    }

    /** A violation as answers say it. */
    static Map<String, Object> members(Violation violation) {
        var members = new LinkedHashMap<String, Object>();
        members.put("pointer", violation.pointer());
        members.put("keyword", violation.keyword());
        members.put("schemaLocation", violation.schemaLocation());
        members.put("got", violation.got());
        members.put("wanted", violation.wanted());
        return members;
    }
}
