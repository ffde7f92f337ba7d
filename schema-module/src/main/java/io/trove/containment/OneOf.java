package io.trove.containment;

import java.util.ArrayList;
import java.util.List;

/** The ways in which exactly one of several nodes holds, and those in which it is not exactly one. */
final class OneOf {
    /** Beyond, they are not told from one another: they grow with the square. */
    private static final int NODES_MAX = 250;

    private OneOf() {}

    static boolean isLarge(Claim.One one) {
        return one.nodes().size() > NODES_MAX;
    }

    static List<List<Branch.Term>> holds(Claim.One one) {
        List<Node> nodes = one.nodes();
        List<List<Branch.Term>> ways = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            List<Branch.Term> way = new ArrayList<>(Branch.ways(nodes.get(i), true));
            for (int j = 0; j < nodes.size(); j++) {
                if (j != i) {
                    way.add(Branch.node(nodes.get(j), false));
                }
            }
            ways.add(way);
        }
        return ways;
    }

    static List<List<Branch.Term>> fails(Claim.One one) {
        List<Node> nodes = one.nodes();
        List<List<Branch.Term>> ways = new ArrayList<>();
        ways.add(nodes.stream().map(node -> Branch.node(node, false)).toList());
        for (int i = 0; i < nodes.size(); i++) {
            for (int j = i + 1; j < nodes.size(); j++) {
                ways.add(List.of(Branch.node(nodes.get(i), true), Branch.node(nodes.get(j), true)));
            }
        }
        return ways;
    }
}
