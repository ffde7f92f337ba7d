package io.trove.containment;

import io.trove.event.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks for a value of which some claims hold and others do not. Claims are taken apart until only those about one kind
 * of value remain, which are then solved; each way is followed until one gives a witness. That none does is proof that
 * there is no witness, unless one of the ways was left open.
 */
final class Search {
    private static final int DEPTH_MAX = 40;

    /** Whether the validators are asked about a witness, and what they say. */
    private record Word(boolean asked, Predicate<Json> confirms) {
        static final Word NONE = new Word(false, Search::anything);

        boolean refuses(Json witness) {
            return asked && !confirms.test(witness);
        }
    }

    record Goal(Set<Claim> yes, Set<Claim> no, Set<Kind> kinds) {}

    private final Budget budget;
    private final Evaluation evaluation;
    private final Map<Goal, Outcome> solved = new HashMap<>();
    private final Map<Goal, Integer> under = new HashMap<>();
    private int lowestReturn = Integer.MAX_VALUE;

    Search(Budget budget) {
        this.budget = budget;
        this.evaluation = new Evaluation(budget);
    }

    Budget budget() {
        return budget;
    }

    Evaluation evaluation() {
        return evaluation;
    }

    /** A value of these kinds; the same question asked again on the way to its answer needs no second one. */
    Outcome find(Set<Claim> yes, Set<Claim> no, Set<Kind> kinds) {
        Goal goal = new Goal(yes, no, kinds);
        Outcome known = solved.get(goal);
        if (known != null) {
            return known;
        }
        Integer above = under.get(goal);
        if (above != null) {
            // The smallest witness holds no smaller one of the same goal, so this way does not lead to it.
            lowestReturn = Math.min(lowestReturn, above);
            return Outcome.NONE;
        }
        int depth = under.size();
        if (depth > DEPTH_MAX) {
            return Outcome.OPEN;
        }
        int before = lowestReturn;
        lowestReturn = Integer.MAX_VALUE;
        under.put(goal, depth);
        Outcome outcome = find(goal, Word.NONE);
        under.remove(goal);
        if (outcome.isFound() || lowestReturn >= depth) {
            solved.put(goal, outcome);
            lowestReturn = before;
        } else {
            lowestReturn = Math.min(before, lowestReturn);
        }
        return outcome;
    }

    private static boolean anything(Json any) {
        return true;
    }

    /** A value that is also confirmed; one that is not counts as none found. */
    Outcome find(Goal goal, Predicate<Json> confirms) {
        return find(goal, new Word(true, confirms));
    }

    private Outcome find(Goal goal, Word word) {
        Branch all = new Branch(goal.kinds());
        List<Branch.Term> terms = new ArrayList<>();
        goal.yes().forEach(claim -> terms.add(new Branch.Term(claim, true)));
        goal.no().forEach(claim -> terms.add(new Branch.Term(claim, false)));
        return follow(goal, all.with(terms), word, 0);
    }

    private Outcome follow(Goal goal, Branch branch, Word word, int depth) {
        budget.step();
        if (branch.isClosed()) {
            return Outcome.NONE;
        }
        if (depth > DEPTH_MAX) {
            return Outcome.OPEN;
        }
        // Fewer claims first: when those already exclude each other, the open choices need not be made.
        Outcome simple = solve(goal, branch, word);
        List<List<Branch.Term>> choice = branch.choose();
        if (simple.isNone() || choice.isEmpty() || isWitness(goal, simple, word)) {
            return simple;
        }
        Outcome outcome = Outcome.NONE;
        for (List<Branch.Term> way : choice) {
            Outcome one = follow(goal, branch.with(way), word, depth + 1);
            if (one.isFound() && one.sure()) {
                return one;
            }
            outcome = outcome.or(one);
        }
        return outcome;
    }

    private boolean isWitness(Goal goal, Outcome outcome, Word word) {
        if (word.asked()) {
            return outcome.isFound();
        }
        return outcome.isFound()
                && outcome.sure()
                && evaluation.of(outcome.witness().orElseThrow(), goal.yes(), goal.no()) == Truth.YES;
    }

    /** What one kind of value after the other gives. */
    private Outcome solve(Goal goal, Branch branch, Word word) {
        for (Claim claim : branch.yes()) {
            if (claim instanceof Claim.Values values) {
                return among(values.values(), goal, word);
            }
        }
        Outcome outcome = Outcome.NONE;
        for (Kind kind : Kind.values()) {
            if (!branch.kinds().contains(kind)) {
                continue;
            }
            Outcome one = solve(kind, branch).orUnsure(branch.isOpaque());
            if (one.isFound() && word.asked()) {
                one = !word.refuses(one.witness().orElseThrow())
                        ? Outcome.of(one.witness().orElseThrow())
                        : Outcome.OPEN;
            }
            if (one.isFound() && one.sure()) {
                return one;
            }
            outcome = outcome.or(one);
        }
        return outcome;
    }

    private Outcome among(Set<Json> values, Goal goal, Word word) {
        Outcome outcome = Outcome.NONE;
        for (Json value : values) {
            Truth truth =
                    goal.kinds().contains(Kind.of(value)) ? evaluation.of(value, goal.yes(), goal.no()) : Truth.NO;
            boolean possible = truth != Truth.NO;
            if (possible && !word.refuses(value)) {
                return truth == Truth.YES || word.asked() ? Outcome.of(value) : Outcome.unsure(value);
            }
            outcome = possible ? Outcome.OPEN : outcome;
        }
        return outcome;
    }

    private Outcome solve(Kind kind, Branch branch) {
        return switch (kind) {
            case NULL -> constant(Json.nul(), branch);
            case BOOLEAN -> {
                Outcome first = constant(Json.of(true), branch);
                yield first.isFound() ? first : constant(Json.of(false), branch);
            }
            case INTEGER, FRACTION -> Numbers.find(budget, kind, branch.yes(), branch.no());
            case STRING -> Texts.find(budget, evaluation, branch.yes(), branch.no());
            case OBJECT -> new Objects(this, branch.yes(), branch.no()).find();
            case ARRAY -> new Arrays(this, branch.yes(), branch.no()).find();
        };
    }

    private static Outcome constant(Json value, Branch branch) {
        boolean excluded = branch.no().stream()
                .anyMatch(claim ->
                        claim instanceof Claim.Values values && values.values().contains(value));
        return excluded ? Outcome.NONE : Outcome.of(value);
    }
}
