package io.trove.containment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One way for a value to be what is looked for: claims that must hold, claims that must not, and choices still open. */
final class Branch {
    /** A claim that must hold, or must not. */
    record Term(Claim claim, boolean holds) {}

    private final EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
    private final Set<Claim> yes = new LinkedHashSet<>();
    private final Set<Claim> no = new LinkedHashSet<>();
    private final List<List<List<Term>>> choices = new ArrayList<>();
    private final Deque<Term> open = new ArrayDeque<>();
    private boolean closed;
    private boolean whole;

    Branch(Set<Kind> kinds) {
        this.kinds.addAll(kinds);
    }

    /** This branch with one more thing decided. */
    Branch with(List<Term> terms) {
        Branch copy = new Branch(kinds);
        copy.yes.addAll(yes);
        copy.no.addAll(no);
        copy.choices.addAll(choices);
        copy.open.addAll(terms);
        copy.whole = whole;
        copy.settle();
        return copy;
    }

    /** No value can be what this asks for. */
    boolean isClosed() {
        return closed || kinds.isEmpty();
    }

    Set<Kind> kinds() {
        return kinds;
    }

    Set<Claim> yes() {
        return yes;
    }

    Set<Claim> no() {
        return no;
    }

    boolean isOpaque() {
        return whole
                || yes.stream().anyMatch(Claim.Opaque.class::isInstance)
                || no.stream().anyMatch(Claim.Opaque.class::isInstance);
    }

    /** The open choice with the fewest ways, taken out; none when all is decided. */
    List<List<Term>> choose() {
        List<List<Term>> fewest = List.of();
        for (List<List<Term>> choice : choices) {
            fewest = fewest.isEmpty() || choice.size() < fewest.size() ? choice : fewest;
        }
        choices.remove(fewest);
        return fewest;
    }

    /** Decides all that leaves no choice. */
    private void settle() {
        do {
            while (!open.isEmpty() && !isClosed()) {
                Term term = open.poll();
                if ((term.holds() ? no : yes).contains(term.claim())) {
                    closed = true;
                } else if ((term.holds() ? yes : no).add(term.claim())) {
                    settle(term);
                }
            }
            if (!isClosed()) {
                narrow();
            }
        } while (!open.isEmpty() && !isClosed());
    }

    /** Drops the ways that what is known excludes, and the choices that it answers. */
    private void narrow() {
        List<List<List<Term>>> before = List.copyOf(choices);
        choices.clear();
        for (List<List<Term>> choice : before) {
            if (choice.stream().anyMatch(this::isKnown)) {
                continue;
            }
            List<List<Term>> left =
                    choice.stream().filter(way -> !isExcluded(way)).toList();
            if (left.isEmpty()) {
                closed = true;
            } else if (left.size() == 1) {
                open.addAll(left.get(0));
            } else {
                choices.add(left);
            }
        }
    }

    private boolean isKnown(List<Term> way) {
        return way.stream().allMatch(term -> (term.holds() ? yes : no).contains(term.claim()));
    }

    private boolean isExcluded(List<Term> way) {
        for (Term term : way) {
            boolean opposite = (term.holds() ? no : yes).contains(term.claim());
            boolean noKind = term.claim() instanceof Claim.Kinds of
                    && kinds.stream().noneMatch(kind -> of.kinds().contains(kind) == term.holds());
            boolean noSuch =
                    !term.holds() && kinds.stream().noneMatch(term.claim().breakable()::contains);
            if (opposite || noKind || noSuch || (term.holds() && term.claim() instanceof Claim.Never)) {
                return true;
            }
        }
        return false;
    }

    private void settle(Term term) {
        if (term.holds()) {
            holds(term.claim());
        } else {
            fails(term.claim());
        }
    }

    private void holds(Claim claim) {
        if (claim instanceof Claim.Never) {
            closed = true;
        } else if (claim instanceof Claim.Kinds only) {
            kinds.retainAll(only.kinds());
        } else if (claim instanceof Claim.All all) {
            all.node().rules().forEach(rule -> open.add(new Term(rule.claim(), true)));
        } else if (claim instanceof Claim.Loop loop) {
            open.add(node(loop.target().node(), true));
        } else if (claim instanceof Claim.Not not) {
            open.add(node(not.node(), false));
        } else if (claim instanceof Claim.Any any) {
            choices.add(any.nodes().stream().map(node -> ways(node, true)).toList());
        } else if (claim instanceof Claim.One one && OneOf.isLarge(one)) {
            whole = true;
        } else if (claim instanceof Claim.One one) {
            choices.add(OneOf.holds(one));
        } else if (claim instanceof Claim.Choice choice) {
            choices.add(List.of(
                    List.of(node(choice.condition(), true), node(choice.then(), true)),
                    List.of(node(choice.condition(), false), node(choice.otherwise(), true))));
        } else if (claim instanceof Claim.Required required) {
            withoutObjects(yes.contains(new Claim.Absent(required.name())));
        } else if (claim instanceof Claim.Absent absent) {
            withoutObjects(yes.contains(new Claim.Required(absent.name())));
        }
    }

    private void withoutObjects(boolean contradiction) {
        if (contradiction) {
            kinds.remove(Kind.OBJECT);
        }
    }

    private void fails(Claim claim) {
        kinds.retainAll(claim.breakable());
        if (claim instanceof Claim.Kinds without) {
            kinds.removeAll(without.kinds());
        } else if (claim instanceof Claim.All all) {
            anyFails(all.node());
        } else if (claim instanceof Claim.Loop loop) {
            open.add(node(loop.target().node(), false));
        } else if (claim instanceof Claim.Not not) {
            open.add(node(not.node(), true));
        } else if (claim instanceof Claim.Any any) {
            any.nodes().forEach(node -> open.add(node(node, false)));
        } else if (claim instanceof Claim.One one && OneOf.isLarge(one)) {
            whole = true;
        } else if (claim instanceof Claim.One one) {
            choices.add(OneOf.fails(one));
        } else if (claim instanceof Claim.Choice choice) {
            choices.add(List.of(
                    List.of(node(choice.condition(), true), node(choice.then(), false)),
                    List.of(node(choice.condition(), false), node(choice.otherwise(), false))));
        } else if (claim instanceof Claim.Required required) {
            open.add(new Term(new Claim.Absent(required.name()), true));
        } else if (claim instanceof Claim.Absent absent) {
            open.add(new Term(new Claim.Required(absent.name()), true));
        } else if (claim instanceof Claim.Bound bound) {
            open.add(new Term(bound.flipped(), true));
        } else if (claim instanceof Claim.Size size) {
            closed |= size.least() && size.count() == 0;
            open.add(new Term(size.flipped(), true));
        } else if (claim instanceof Claim.Containing containing) {
            closed |= containing.least() && containing.count() == 0;
            open.add(new Term(containing.flipped(), true));
        }
    }

    private void anyFails(Node node) {
        List<List<Term>> ways = new ArrayList<>();
        node.rules().forEach(rule -> ways.add(List.of(new Term(rule.claim(), false))));
        if (ways.isEmpty()) {
            closed = true;
        } else if (ways.size() == 1) {
            open.addAll(ways.get(0));
        } else {
            choices.add(ways);
        }
    }

    /** The rules of a node that must hold, told apart so that what is known can exclude them. */
    static List<Term> ways(Node node, boolean holds) {
        return holds
                ? node.rules().stream()
                        .map(rule -> new Term(rule.claim(), true))
                        .toList()
                : List.of(node(node, false));
    }

    static Term node(Node node, boolean holds) {
        return new Term(new Claim.All(node), holds);
    }
}
