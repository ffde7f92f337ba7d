package io.trove.containment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Takes a schema apart into its atoms, so that each difference is found and told by itself. */
final class Atoms {
    private static final int ATOMS_MAX = 2_000;
    private static final int DEPTH_MAX = 24;

    private final Nodes nodes;
    private final List<Atom> atoms = new ArrayList<>();

    private Atoms(Nodes nodes) {
        this.nodes = nodes;
    }

    static List<Atom> of(Node node, Nodes nodes) {
        Atoms taken = new Atoms(nodes);
        taken.apart(node, "", 0, UnaryOperator.identity());
        return taken.atoms;
    }

    /** {@code whole} puts a node for a place back around a node for what is there. */
    private void apart(Node node, String where, int depth, UnaryOperator<Node> whole) {
        for (Rule rule : node.rules()) {
            boolean deep = depth >= DEPTH_MAX || atoms.size() >= ATOMS_MAX;
            if (deep || !inside(rule, where, depth, whole)) {
                atoms.add(new Atom(where, rule, whole.apply(nodes.of(rule))));
            }
        }
    }

    /** What a schema of members or items demands is demanded of each of them. */
    private boolean inside(Rule rule, String where, int depth, UnaryOperator<Node> whole) {
        Claim claim = rule.claim();
        if (claim instanceof Claim.Property of) {
            String name = Place.escaped(of.name());
            down(rule, of.node(), where + '/' + name, depth, whole, node -> new Claim.Property(of.name(), node));
        } else if (claim instanceof Claim.Matching of) {
            String name = "/{" + of.regex() + '}';
            down(rule, of.node(), where + name, depth, whole, node -> new Claim.Matching(of.regex(), node));
        } else if (claim instanceof Claim.Others of) {
            down(rule, of.node(), where + "/*", depth, whole, node -> new Claim.Others(of.names(), of.regexes(), node));
        } else if (claim instanceof Claim.Names of) {
            down(rule, of.node(), where + "/{name}", depth, whole, Claim.Names::new);
        } else if (claim instanceof Claim.ItemAt of) {
            down(rule, of.node(), where + '/' + of.index(), depth, whole, node -> new Claim.ItemAt(of.index(), node));
        } else if (claim instanceof Claim.ItemsFrom of) {
            down(rule, of.node(), where + "/-", depth, whole, node -> new Claim.ItemsFrom(of.from(), node));
        } else {
            return false;
        }
        return true;
    }

    private interface Around {
        Claim claim(Node inner);
    }

    private void down(Rule rule, Node node, String where, int depth, UnaryOperator<Node> whole, Around around) {
        apart(
                node,
                where,
                depth + 1,
                inner -> whole.apply(nodes.of(new Rule(rule.pointer(), rule.keyword(), around.claim(inner)))));
    }
}
