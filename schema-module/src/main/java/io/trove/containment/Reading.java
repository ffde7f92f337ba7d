package io.trove.containment;

import io.trove.event.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A JSON Schema of any draft to a node: references followed, {@code allOf} flattened, one claim for one meaning. */
final class Reading {
    private static final int DEPTH_MAX = 200;

    private final Nodes nodes;
    private final Sources sources;
    private final Map<String, Node> read = new HashMap<>();
    private final Map<String, Target> open = new HashMap<>();
    private final Budget budget;

    Reading(Nodes nodes, Sources sources, Budget budget) {
        this.nodes = nodes;
        this.sources = sources;
        this.budget = budget;
    }

    Node read() {
        return node(sources.root(), "schema");
    }

    /** A schema of {@code false} is reported under the keyword that it is the value of. */
    Node node(Place at, String keyword) {
        Node known = read.get(at.key());
        if (known != null) {
            return known;
        }
        Target reading = open.get(at.key());
        if (reading != null) {
            return nodes.of(rule(at, keyword, new Claim.Loop(reading)));
        }
        if (open.size() > DEPTH_MAX) {
            return nodes.of(opaque(at, keyword));
        }
        budget.step();
        Target target = new Target();
        open.put(at.key(), target);
        Node node = nodes.of(once(rules(at, keyword)));
        open.remove(at.key());
        target.reached(node);
        read.put(at.key(), node);
        return node;
    }

    /** What is said twice is said once: parts that are referred to from several places would double at each level. */
    private List<Rule> once(List<Rule> rules) {
        Set<Rule> said = new LinkedHashSet<>();
        for (Rule rule : rules) {
            budget.step();
            said.add(rule);
        }
        return List.copyOf(said);
    }

    private List<Rule> rules(Place at, String keyword) {
        Json schema = at.schema();
        if (schema.isBoolean()) {
            return schema.equals(Json.of(true))
                    ? List.of()
                    : List.of(new Rule(shown(at, ""), keyword, new Claim.Never()));
        }
        SchemaDraft draft = at.source().draft();
        boolean another = schema.member("$schema").isPresent() && SchemaDraft.of(schema) != draft;
        if (draft == SchemaDraft.OTHER || another) {
            return List.of(opaque(at, "$schema"));
        }
        List<Rule> rules = new ArrayList<>();
        Optional<String> reference = schema.member("$ref").flatMap(Json::text);
        reference.ifPresent(uri -> rules.addAll(referred(at, "$ref", uri)));
        if (reference.isPresent() && draft == SchemaDraft.DRAFT_07) {
            return rules;
        }
        dynamic(at, rules);
        for (Map.Entry<String, Json> inner : sub(schema, "allOf").entrySet()) {
            rules.addAll(
                    node(at.inside(inner.getKey(), inner.getValue()), "allOf").rules());
        }
        new Scalars(this, at, rules).read();
        new Applicators(this, nodes, at, rules).read();
        new Unevaluated(this, nodes, at).read(rules);
        return rules;
    }

    /** The rules of the schema that is referred to; one claim when that is still being read. */
    List<Rule> referred(Place at, String keyword, String uri) {
        Optional<Place> found = sources.find(at, uri);
        if (found.isEmpty()) {
            return List.of(opaque(at, keyword));
        }
        Target target = open.get(found.get().key());
        if (target != null) {
            return List.of(rule(at, keyword, new Claim.Loop(target)));
        }
        return node(found.get(), keyword).rules();
    }

    Optional<Place> found(Place at, String uri) {
        return sources.find(at, uri);
    }

    /** Without a second schema of that anchor a dynamic reference means what {@code $ref} does. */
    private void dynamic(Place at, List<Rule> rules) {
        Json schema = at.schema();
        SchemaDraft draft = at.source().draft();
        if (draft == SchemaDraft.DRAFT_2020_12 && schema.member("$dynamicRef").isPresent()) {
            String uri = schema.member("$dynamicRef").flatMap(Json::text).orElse("#");
            long anchors = at.source().addressed().keySet().stream()
                    .filter(address -> address.endsWith(uri.substring(Math.max(0, uri.indexOf('#')))))
                    .count();
            boolean plain = anchors <= 1 && sources.isRoot(at);
            rules.addAll(plain ? referred(at, "$dynamicRef", uri) : List.of(opaque(at, "$dynamicRef")));
        }
        if (draft == SchemaDraft.DRAFT_2019_09 && schema.member("$recursiveRef").isPresent()) {
            boolean plain = at.base().equals(sources.root().base()) && sources.isRoot(at);
            rules.addAll(plain ? referred(at, "$recursiveRef", "#") : List.of(opaque(at, "$recursiveRef")));
        }
    }

    Rule rule(Place at, String keyword, Claim claim) {
        return new Rule(shown(at, '/' + keyword), keyword, claim);
    }

    Rule opaque(Place at, String keyword) {
        Json whole = Json.object(Map.of(keyword, at.schema(), "in", at.source().document()));
        return rule(at, keyword, new Claim.Opaque(keyword, whole, at.pointer()));
    }

    private String shown(Place at, String step) {
        return (sources.isRoot(at) ? "" : at.source().uri() + '#') + at.pointer() + step;
    }

    /** The schemas in an array or an object of schemas, by the step that leads to each. */
    static Map<String, Json> sub(Json schema, String keyword) {
        Map<String, Json> found = new LinkedHashMap<>();
        Json value = schema.member(keyword).orElse(Json.nul());
        value.members().forEach((name, inner) -> found.put('/' + keyword + '/' + Place.escaped(name), inner));
        List<Json> items = value.items();
        for (int i = 0; i < items.size(); i++) {
            found.put('/' + keyword + '/' + i, items.get(i));
        }
        return found;
    }
}
