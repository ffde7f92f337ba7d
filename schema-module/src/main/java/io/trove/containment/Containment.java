package io.trove.containment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.trove.event.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Whether every document of one schema is a document of another, demand by demand. */
public final class Containment {
    private static final long SHARE_MAX = 4;

    private final Nodes nodes = new Nodes();
    private final Side inner;
    private final Side outer;
    private final long nanosMax;
    private final Budget budget;

    private Containment(Side inner, Side outer, Duration within) {
        this.inner = inner;
        this.outer = outer;
        this.nanosMax = within.toNanos();
        this.budget = Budget.of(nanosMax);
    }

    /**
     * What the outer schema demands beyond what the inner one demands in the same words, and what it no longer demands.
     * The inner one is contained when every finding is {@link Finding.Answer#MET}. When the time is over, the rest is
     * open.
     */
    public static List<Finding> of(Side inner, Side outer, Duration within) {
        return new Containment(inner, outer, within).findings();
    }

    private List<Finding> findings() {
        Node left;
        Node right;
        try {
            left = new Reading(nodes, new Sources(inner.schema(), inner.referenced()), budget).read();
            right = new Reading(nodes, new Sources(outer.schema(), outer.referenced()), budget).read();
        } catch (Budget.Spent | StackOverflowError e) {
            return List.of(whole("the schemas are too large to be compared in the time there is"));
        }
        return compared(left, Atoms.of(left, nodes), Atoms.of(right, nodes));
    }

    private List<Finding> compared(Node left, List<Atom> before, List<Atom> after) {
        Set<Node> same = new HashSet<>();
        before.forEach(atom -> same.add(atom.whole()));
        Map<Atom.Likeness, List<Atom>> alike = before.stream().collect(groupingBy(Atom::likeness));
        List<Finding> findings = new ArrayList<>();
        for (Atom atom : after) {
            if (!same.contains(atom.whole())) {
                findings.add(asked(left, atom, alike.getOrDefault(atom.likeness(), List.of())));
            }
        }
        Set<Node> kept = new HashSet<>();
        after.forEach(atom -> kept.add(atom.whole()));
        Set<Atom.Likeness> asked = after.stream().map(Atom::likeness).collect(toSet());
        for (Atom atom : before) {
            boolean gone = !kept.contains(atom.whole()) && !asked.contains(atom.likeness());
            if (gone) {
                findings.add(finding(atom, Finding.Sort.REMOVED, Finding.Answer.MET, Optional.empty()));
            }
        }
        return findings;
    }

    /** {@code like} are the demands that this one may have replaced. */
    private Finding asked(Node left, Atom atom, List<Atom> like) {
        Finding.Sort sort = like.isEmpty() ? Finding.Sort.ADDED : Finding.Sort.CHANGED;
        Predicate<Json> confirmed = this::isShown;
        Set<Claim> yes = Set.of(new Claim.All(left));
        Outcome outcome = Outcome.OPEN;
        if (!budget.isSpent()) {
            outcome = search(new Search.Goal(yes, Set.of(new Claim.All(atom.whole())), Kind.ALL), confirmed);
        }
        if (!outcome.isFound() && !outcome.isNone() && !budget.isSpent()) {
            outcome = guessed(yes, confirmed);
        }
        Finding.Answer answer = outcome.isFound()
                ? Finding.Answer.BROKEN
                : outcome.isNone()
                        ? Finding.Answer.MET
                        : Narrowing.isKnown(atom, like) ? Finding.Answer.NARROWER : Finding.Answer.OPEN;
        return finding(atom, sort, answer, outcome.witness());
    }

    private boolean isShown(Json witness) {
        if (budget.isSpent()) {
            throw new Budget.Spent();
        }
        return inner.accepts().test(witness) && outer.refuses().test(witness);
    }

    private Outcome search(Search.Goal goal, Predicate<Json> confirmed) {
        try {
            return new Search(budget.part(nanosMax / SHARE_MAX)).find(goal, confirmed);
        } catch (Budget.Spent | StackOverflowError e) {
            return Outcome.OPEN;
        }
    }

    private Outcome guessed(Set<Claim> yes, Predicate<Json> confirmed) {
        Budget share = budget.part(nanosMax / SHARE_MAX);
        try {
            return new Guesses(share).find(yes, confirmed).map(Outcome::of).orElse(Outcome.OPEN);
        } catch (Budget.Spent | StackOverflowError e) {
            return Outcome.OPEN;
        }
    }

    private static Finding finding(Atom atom, Finding.Sort sort, Finding.Answer answer, Optional<Json> witness) {
        Rule rule = atom.rule();
        return new Finding(rule.pointer(), atom.keyword(), atom.where(), Demand.of(atom), sort, answer, witness);
    }

    private static Finding whole(String why) {
        return new Finding("", "schema", "", why, Finding.Sort.CHANGED, Finding.Answer.OPEN, Optional.empty());
    }
}
