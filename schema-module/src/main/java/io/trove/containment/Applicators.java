package io.trove.containment;

import io.trove.event.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keywords whose values are schemas, but {@code allOf} and those about what no other keyword looked at. */
final class Applicators {
    private final Reading reading;
    private final Nodes nodes;
    private final Place at;
    private final List<Rule> rules;
    private final SchemaDraft draft;

    Applicators(Reading reading, Nodes nodes, Place at, List<Rule> rules) {
        this.reading = reading;
        this.nodes = nodes;
        this.at = at;
        this.rules = rules;
        this.draft = at.source().draft();
    }

    void read() {
        combined();
        object();
        dependencies();
        array();
        contains();
    }

    private void combined() {
        if (has("anyOf")) {
            add("anyOf", new Claim.Any(all("anyOf")));
        }
        if (has("oneOf")) {
            add("oneOf", new Claim.One(all("oneOf")));
        }
        inner("not").ifPresent(not -> add("not", new Claim.Not(not)));
        Optional<Node> condition = inner("if");
        if (condition.isPresent() && (has("then") || has("else"))) {
            Node then = inner("then").orElseGet(nodes::anything);
            Node otherwise = inner("else").orElseGet(nodes::anything);
            add("if", new Claim.Choice(condition.get(), then, otherwise));
        }
    }

    private void object() {
        each("properties", (name, node) -> new Claim.Property(name, node));
        each("patternProperties", (regex, node) -> new Claim.Matching(regex, node));
        inner("additionalProperties").ifPresent(node -> {
            Set<String> names = Set.copyOf(member("properties").members().keySet());
            Set<String> regexes =
                    Set.copyOf(member("patternProperties").members().keySet());
            add("additionalProperties", new Claim.Others(names, regexes, node));
        });
        inner("propertyNames").ifPresent(node -> add("propertyNames", new Claim.Names(node)));
    }

    private void dependencies() {
        if (draft == SchemaDraft.DRAFT_07) {
            member("dependencies").members().forEach((name, value) -> depends("dependencies", name, value));
        } else {
            member("dependentRequired").members().forEach((name, value) -> depends("dependentRequired", name, value));
            member("dependentSchemas").members().forEach((name, value) -> depends("dependentSchemas", name, value));
        }
    }

    private void depends(String keyword, String name, Json value) {
        String step = '/' + keyword + '/' + Place.escaped(name);
        Node absent = nodes.of(reading.rule(at, keyword, new Claim.Absent(name)));
        if (!value.isArray()) {
            depends(step, keyword, absent, reading.node(at.inside(step, value), keyword));
            return;
        }
        for (Json required : value.items()) {
            required.text()
                    .map(text -> nodes.of(reading.rule(at, keyword, new Claim.Required(text))))
                    .ifPresent(node -> depends(step, keyword, absent, node));
        }
    }

    /** One claim for one rule of what follows, so that each is told apart. */
    private void depends(String step, String keyword, Node absent, Node then) {
        for (Rule rule : then.rules()) {
            String pointer = rule.pointer().startsWith(at.pointer() + step) ? rule.pointer() : at.pointer() + step;
            rules.add(new Rule(pointer, keyword, new Claim.Any(List.of(absent, nodes.of(rule)))));
        }
    }

    private void array() {
        String prefix = draft == SchemaDraft.DRAFT_2020_12 ? "prefixItems" : "items";
        List<Json> tuple = member(prefix).items();
        for (int i = 0; i < tuple.size(); i++) {
            Node node = reading.node(at.inside('/' + prefix + '/' + i, tuple.get(i)), prefix);
            add(prefix + '/' + i, prefix, new Claim.ItemAt(i, node), node);
        }
        boolean old = draft != SchemaDraft.DRAFT_2020_12;
        boolean isTuple = old && member("items").isArray();
        String rest = isTuple ? "additionalItems" : "items";
        inner(rest).ifPresent(node -> add(rest, rest, new Claim.ItemsFrom(tuple.size(), node), node));
    }

    private void contains() {
        Optional<Node> found = inner("contains");
        if (found.isEmpty()) {
            return;
        }
        Scalars counts = new Scalars(reading, at, rules);
        boolean counted = draft != SchemaDraft.DRAFT_07;
        int least = counted ? counts.count("minContains").orElse(1) : 1;
        if (least > 0) {
            String keyword = counted && has("minContains") ? "minContains" : "contains";
            add(keyword, new Claim.Containing(found.get(), true, least));
        }
        if (counted) {
            counts.count("maxContains")
                    .ifPresent(most -> add("maxContains", new Claim.Containing(found.get(), false, most)));
        }
    }

    private interface OfMember {
        Claim claim(String name, Node node);
    }

    private void each(String keyword, OfMember claim) {
        member(keyword).members().forEach((name, schema) -> {
            String step = keyword + '/' + Place.escaped(name);
            Node node = reading.node(at.inside('/' + step, schema), keyword);
            add(step, keyword, claim.claim(name, node), node);
        });
    }

    private List<Node> all(String keyword) {
        List<Node> found = new ArrayList<>();
        for (Map.Entry<String, Json> inner : Reading.sub(at.schema(), keyword).entrySet()) {
            found.add(reading.node(at.inside(inner.getKey(), inner.getValue()), keyword));
        }
        return found;
    }

    private Optional<Node> inner(String keyword) {
        Optional<Json> schema = at.schema().member(keyword).filter(value -> value.isObject() || value.isBoolean());
        return schema.map(value -> reading.node(at.inside('/' + keyword, value), keyword));
    }

    private Json member(String keyword) {
        return at.schema().member(keyword).orElse(Json.nul());
    }

    private boolean has(String keyword) {
        return at.schema().member(keyword).isPresent();
    }

    private void add(String keyword, Claim claim) {
        rules.add(reading.rule(at, keyword, claim));
    }

    private void add(String step, String keyword, Claim claim, Node node) {
        if (!node.isAnything()) {
            rules.add(new Rule(reading.rule(at, step, claim).pointer(), keyword, claim));
        }
    }
}
