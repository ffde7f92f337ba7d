package io.trove.containment;

import java.util.List;
import java.util.stream.Collectors;

/** A schema as the rules that must all hold; equal to another that makes the same claims, wherever they stand. */
final class Node {
    private final int content;
    private final List<Rule> rules;

    Node(int content, List<Rule> rules) {
        this.content = content;
        this.rules = rules;
    }

    List<Rule> rules() {
        return rules;
    }

    boolean isAnything() {
        return rules.isEmpty();
    }

    boolean isNothing() {
        return rules.stream().anyMatch(rule -> rule.claim() instanceof Claim.Never);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Node node && node.content == content;
    }

    @Override
    public int hashCode() {
        return content;
    }

    @Override
    public String toString() {
        return rules.stream().map(rule -> rule.claim().toString()).collect(Collectors.joining(" & ", "(", ")"));
    }
}
