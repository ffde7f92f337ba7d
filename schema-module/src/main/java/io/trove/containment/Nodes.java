package io.trove.containment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives nodes that make the same claims the same content, so that comparing two is comparing two numbers. */
final class Nodes {
    private final Map<Set<Claim>, Integer> contents = new HashMap<>();

    Node of(List<Rule> rules) {
        Set<Claim> claims = new HashSet<>();
        rules.forEach(rule -> claims.add(rule.claim()));
        return new Node(contents.computeIfAbsent(claims, any -> contents.size()), List.copyOf(rules));
    }

    Node of(Rule rule) {
        return of(List.of(rule));
    }

    Node anything() {
        return of(List.of());
    }
}
