package io.trove.containment;

import io.trove.event.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code unevaluatedProperties} and {@code unevaluatedItems} as plain claims: one case for each way in which the schemas
 * beside them can hold, each with what those looked at. Too many ways, or items found by {@code contains}: opaque.
 */
final class Unevaluated {
    private static final int CASES_MAX = 64;
    private static final int DEPTH_MAX = 16;

    /** Which schemas hold, and what they looked at. */
    private record Case(
            List<Rule> given, Set<String> names, Set<String> regexes, boolean all, int items, boolean every) {
        static final Case NOTHING = new Case(List.of(), Set.of(), Set.of(), false, 0, false);

        Case and(Case other) {
            return new Case(
                    joined(given, other.given),
                    union(names, other.names),
                    union(regexes, other.regexes),
                    all || other.all,
                    Math.max(items, other.items),
                    every || other.every);
        }

        /** The same, where only objects are looked at: an array has no member that the case depends on. */
        Case ofObjects() {
            return new Case(given, names, regexes, all, 0, false);
        }

        Case given(Rule rule) {
            return new Case(joined(given, List.of(rule)), names, regexes, all, items, every);
        }
    }

    /** There are too many cases, or one of a kind that is not read. */
    private static final class Unclear extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unclear() {
            super("not to be told apart", null, false, false);
        }
    }

    private final Reading reading;
    private final Nodes nodes;
    private final Place at;

    Unevaluated(Reading reading, Nodes nodes, Place at) {
        this.reading = reading;
        this.nodes = nodes;
        this.at = at;
    }

    void read(List<Rule> rules) {
        if (at.source().draft() == SchemaDraft.DRAFT_07) {
            return;
        }
        for (String keyword : List.of("unevaluatedProperties", "unevaluatedItems")) {
            if (at.schema().member(keyword).isPresent()) {
                rules.add(rule(keyword));
            }
        }
    }

    private Rule rule(String keyword) {
        Json schema = at.schema().member(keyword).orElseThrow();
        Node node = reading.node(at.inside('/' + keyword, schema), keyword);
        List<Node> ways = new ArrayList<>();
        try {
            for (Case way : cases(at, false, 0)) {
                boolean ofItems = keyword.equals("unevaluatedItems");
                List<Rule> rules = new ArrayList<>(way.given());
                if (!(ofItems ? way.every() : way.all())) {
                    Claim rest = ofItems
                            ? new Claim.ItemsFrom(way.items(), node)
                            : new Claim.Others(way.names(), way.regexes(), node);
                    rules.add(reading.rule(at, keyword, rest));
                }
                ways.add(nodes.of(rules));
            }
        } catch (Unclear e) {
            return reading.opaque(at, keyword);
        }
        boolean sole = ways.size() == 1 && ways.get(0).rules().size() == 1;
        return sole ? ways.get(0).rules().get(0) : reading.rule(at, keyword, new Claim.Any(ways));
    }

    private List<Case> cases(Place place, boolean withUnevaluated, int depth) {
        if (depth > DEPTH_MAX) {
            throw new Unclear();
        }
        Json schema = place.schema();
        List<Case> found = List.of(own(place, withUnevaluated));
        if (schema.member("$dynamicRef").isPresent()
                || schema.member("$recursiveRef").isPresent()) {
            throw new Unclear();
        }
        Optional<String> reference = schema.member("$ref").flatMap(Json::text);
        if (reference.isPresent()) {
            Place target = reading.found(place, reference.get()).orElseThrow(Unclear::new);
            found = product(found, cases(target, true, depth + 1));
        }
        for (Map.Entry<String, Json> inner : Reading.sub(schema, "allOf").entrySet()) {
            found = product(found, cases(place.inside(inner.getKey(), inner.getValue()), true, depth + 1));
        }
        for (String keyword : List.of("anyOf", "oneOf")) {
            for (Map.Entry<String, Json> inner : Reading.sub(schema, keyword).entrySet()) {
                Place branch = place.inside(inner.getKey(), inner.getValue());
                found = product(found, either(branch, depth));
            }
        }
        for (Map.Entry<String, Json> inner :
                Reading.sub(schema, "dependentSchemas").entrySet()) {
            found = product(found, dependent(place, inner, depth));
        }
        return schema.member("if").isPresent() ? product(found, conditional(place, depth)) : found;
    }

    private Case own(Place place, boolean withUnevaluated) {
        Json schema = place.schema();
        boolean all = has(schema, "additionalProperties") || (withUnevaluated && has(schema, "unevaluatedProperties"));
        boolean late = place.source().draft() == SchemaDraft.DRAFT_2020_12;
        Json items = schema.member("items").orElse(Json.nul());
        boolean every = (late ? has(schema, "items") : has(schema, "items") && !items.isArray())
                || (has(schema, "additionalItems") && items.isArray())
                || (withUnevaluated && has(schema, "unevaluatedItems"));
        if (late && has(schema, "contains") && !every) {
            throw new Unclear();
        }
        List<Json> tuple =
                schema.member(late ? "prefixItems" : "items").map(Json::items).orElse(List.of());
        Set<String> names = names(schema, "properties");
        return new Case(List.of(), names, names(schema, "patternProperties"), all, tuple.size(), every);
    }

    /** The schema holds, or it does not; one that looks at nothing need not be told apart. */
    private List<Case> either(Place branch, int depth) {
        List<Case> inner = cases(branch, true, depth + 1);
        if (inner.stream().allMatch(one -> one.given().isEmpty() && one.equals(Case.NOTHING))) {
            return List.of(Case.NOTHING);
        }
        Node node = reading.node(branch, "schema");
        List<Case> found = new ArrayList<>();
        inner.forEach(one -> found.add(one.given(given(new Claim.All(node)))));
        found.add(Case.NOTHING.given(given(new Claim.Not(node))));
        return found;
    }

    private List<Case> dependent(Place place, Map.Entry<String, Json> inner, int depth) {
        String name = inner.getKey()
                .substring("/dependentSchemas/".length())
                .replace("~1", "/")
                .replace("~0", "~");
        List<Case> found = new ArrayList<>();
        found.add(Case.NOTHING.given(given(new Claim.Absent(name))));
        for (Case one : cases(place.inside(inner.getKey(), inner.getValue()), true, depth + 1)) {
            found.add(one.ofObjects().given(given(new Claim.Required(name))));
        }
        return found;
    }

    private List<Case> conditional(Place place, int depth) {
        Place condition = place.inside("/if", place.schema().member("if").orElseThrow());
        Node node = reading.node(condition, "if");
        List<Case> found = new ArrayList<>();
        for (Case holds : product(cases(condition, true, depth + 1), branch(place, "then", depth))) {
            found.add(holds.given(given(new Claim.All(node))));
        }
        for (Case not : branch(place, "else", depth)) {
            found.add(not.given(given(new Claim.Not(node))));
        }
        return found;
    }

    private List<Case> branch(Place place, String keyword, int depth) {
        return place.schema()
                .member(keyword)
                .map(schema -> cases(place.inside('/' + keyword, schema), true, depth + 1))
                .orElse(List.of(Case.NOTHING));
    }

    private static List<Case> product(List<Case> left, List<Case> right) {
        List<Case> found = new ArrayList<>();
        left.forEach(one -> right.forEach(other -> found.add(one.and(other))));
        if (found.size() > CASES_MAX) {
            throw new Unclear();
        }
        return found;
    }

    private Rule given(Claim claim) {
        return reading.rule(at, "unevaluatedProperties", claim);
    }

    private static boolean has(Json schema, String keyword) {
        return schema.member(keyword).isPresent();
    }

    private static Set<String> names(Json schema, String keyword) {
        return schema.member(keyword).map(value -> value.members().keySet()).orElse(Set.of());
    }

    private static <T> List<T> joined(List<T> left, List<T> right) {
        List<T> both = new ArrayList<>(left);
        both.addAll(right);
        return both;
    }

    private static <T> Set<T> union(Set<T> left, Set<T> right) {
        Set<T> both = new HashSet<>(left);
        both.addAll(right);
        return both;
    }
}
