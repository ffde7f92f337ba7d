package io.trove.registry;

import io.trove.event.SchemaId;
import io.trove.jsonschema.Compatibility;
import io.trove.jsonschema.CompatibilityMode;
import io.trove.jsonschema.Difference;
import io.trove.jsonschema.Earlier;
import io.trove.jsonschema.JsonSchema;
import io.trove.jsonschema.References;
import io.trove.jsonschema.Verdict;
import io.trove.ledger.Head;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a new version of a schema would mean to the earlier ones, by what is registered at a head. */
final class Verdicts {

    private static final Set<Status> BINDING = Set.of(Status.ENABLED, Status.DEPRECATED);

    private Verdicts() {}

    static Verdict of(
            Catalog catalog, Head head, SchemaId id, Registration registration, JsonSchema compiled, boolean explain) {
        CompatibilityMode mode = mode(catalog, head, id.id(), registration);
        List<Version> binding = mode == CompatibilityMode.NONE
                ? List.of()
                : catalog.ask(id.id(), head, Lineage::newestFirst).stream()
                        .filter(each -> BINDING.contains(each.status()))
                        .limit(mode.transitive() ? Integer.MAX_VALUE : 1)
                        .toList();
        References references = catalog.references(head);
        List<Earlier> earlier = binding.stream()
                .map(each -> new Earlier(
                        each.version(), catalog.compiled(id.id(), each, head).schema(), references))
                .toList();
        return Compatibility.of(compiled, references, earlier, mode, explain);
    }

    /** What the registration says, or else its schema, or else the ledger. */
    private static CompatibilityMode mode(Catalog catalog, Head head, String id, Registration registration) {
        Optional<String> said = registration
                .compatibility()
                .or(() -> catalog.ask(id, head, it -> it.setting(Setting.COMPATIBILITY)))
                .or(() -> catalog.setting(Setting.COMPATIBILITY, head));
        return said.map(CompatibilityMode::valueOf).orElse(CompatibilityMode.BACKWARD);
    }

    static String first(Verdict verdict) {
        return verdict.differences().stream()
                .filter(each -> each.standing() != Difference.Standing.HARMLESS)
                .findFirst()
                .map(each -> "at %s, %s".formatted(each.pointer().isEmpty() ? "the root" : each.pointer(), each.why()))
                .orElse("more differences than are listed");
    }

    static Map<String, Object> members(Verdict verdict) {
        var members = new LinkedHashMap<String, Object>();
        members.put("compatible", verdict.compatible());
        members.put("compatibility", verdict.mode().name());
        members.put(
                "differences",
                verdict.differences().stream().map(Verdicts::members).toList());
        if (verdict.left() > 0) {
            members.put("left", verdict.left());
        }
        return members;
    }

    private static Map<String, Object> members(Difference difference) {
        var members = new LinkedHashMap<String, Object>();
        members.put("version", difference.version());
        members.put("direction", difference.direction().name().toLowerCase(Locale.ROOT));
        members.put("pointer", difference.pointer());
        members.put("in", difference.inEarlier() ? "earlier" : "new");
        members.put("rule", difference.rule());
        members.put("where", difference.where());
        members.put("standing", difference.standing().name().toLowerCase(Locale.ROOT));
        members.put("why", difference.why());
        difference.counterExample().ifPresent(document -> members.put("counterExample", document));
        return members;
    }
}
