package io.trove.containment;

import io.trove.event.Json;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The shortest text that satisfies claims, or proof that there is none: all their automata walked at once. */
final class Texts {
    private static final int LENGTH_MAX = 100_000;
    private static final int VISITED_MAX = 20_000;

    private record Part(Automaton automaton, boolean wanted) {}

    private record Walk(List<BitSet> at, int length) {}

    private record Step(Walk walk, int character, Step before) {}

    private final Budget budget;
    private final Evaluation evaluation;
    private final Set<Claim> yes;
    private final Set<Claim> no;
    private final List<Part> parts = new ArrayList<>();
    private int least;
    private int most = Integer.MAX_VALUE;
    private boolean undecided;

    private Texts(Budget budget, Evaluation evaluation, Set<Claim> yes, Set<Claim> no) {
        this.budget = budget;
        this.evaluation = evaluation;
        this.yes = yes;
        this.no = no;
    }

    static Outcome find(Budget budget, Evaluation evaluation, Set<Claim> yes, Set<Claim> no) {
        return new Texts(budget, evaluation, yes, no).find();
    }

    private Outcome find() {
        yes.forEach(claim -> part(claim, true));
        no.forEach(claim -> part(claim, false));
        if (least > most) {
            return Outcome.NONE;
        }
        Outcome walked = walk();
        if (walked.isNone()) {
            return walked;
        }
        Optional<Json> sample = walked.isFound() && !undecided ? walked.witness() : Optional.empty();
        for (String text : samples()) {
            sample = sample.isEmpty() ? Optional.of(Json.of(text)).filter(this::satisfies) : sample;
        }
        return sample.map(Outcome::of).orElse(walked.orUnsure(true));
    }

    private boolean satisfies(Json text) {
        return evaluation.of(text, yes, no) == Truth.YES;
    }

    private void part(Claim claim, boolean wanted) {
        if (claim instanceof Claim.Size size) {
            if (size.kind() != Kind.STRING || !wanted) {
                return;
            }
            least = size.least() ? Math.max(least, size.count()) : least;
            most = size.least() ? most : Math.min(most, size.count());
        } else if (claim instanceof Claim.Pattern pattern) {
            Optional<Automaton> automaton = Regex.of(pattern.regex()).flatMap(Automaton::of);
            automaton.ifPresent(found -> parts.add(new Part(found, wanted)));
            undecided |= automaton.isEmpty();
        } else if (claim instanceof Claim.Values values && !wanted) {
            Automaton.of(excluded(values))
                    .ifPresentOrElse(found -> parts.add(new Part(found, false)), () -> undecided = true);
        } else if (claim instanceof Claim.Format format) {
            undecided = true;
            if (wanted && !Formats.regex(format.name()).isEmpty()) {
                Regex.of(Formats.regex(format.name()))
                        .flatMap(Automaton::of)
                        .ifPresent(found -> parts.add(new Part(found, true)));
            }
        } else if (claim instanceof Claim.Opaque) {
            undecided = true;
        }
    }

    private static Regex excluded(Claim.Values values) {
        List<Regex> texts = new ArrayList<>();
        values.values().forEach(value -> value.text().ifPresent(text -> texts.add(Regex.literal(text))));
        return new Regex.Sequence(List.of(new Regex.Start(), new Regex.Either(texts), new Regex.End()));
    }

    /** Texts worth a try where no automaton decides: of the formats wanted and against those that are not. */
    private List<String> samples() {
        List<String> samples = new ArrayList<>();
        for (Claim claim : yes) {
            if (claim instanceof Claim.Format format) {
                samples.addAll(Formats.valid(format.name()));
            }
        }
        for (Claim claim : no) {
            if (claim instanceof Claim.Format format) {
                samples.addAll(Formats.invalid(format.name()));
                Formats.valid("uuid").forEach(samples::add);
            }
        }
        if (undecided) {
            samples.addAll(List.of("a", "", "A", "0", "a b", "-", "é", "a1", "\n", "aaaaaaaaaaaaaaaa", "1234567890"));
        }
        return samples;
    }

    /** Shorter texts before longer ones, readable before others. */
    private Outcome walk() {
        if (least > LENGTH_MAX) {
            return Outcome.OPEN;
        }
        if (parts.isEmpty()) {
            int length = Math.min(most, Math.max(least, 1));
            return Outcome.of(Json.of("a".repeat(length)));
        }
        int[] characters = Characters.representatives(
                parts.stream().flatMap(part -> part.automaton().sets().stream()).toList());
        List<BitSet> starts =
                parts.stream().map(part -> part.automaton().start()).toList();
        List<Step> open = new ArrayList<>();
        open.add(new Step(new Walk(starts, 0), 0, null));
        Set<Walk> visited = new HashSet<>();
        Json empty = null;
        for (int i = 0; i < open.size(); i++) {
            Step step = open.get(i);
            if (isEnd(step.walk())) {
                if (step.before() != null) {
                    return Outcome.of(text(step));
                }
                empty = text(step);
            }
            if (open.size() > VISITED_MAX) {
                return empty == null ? Outcome.OPEN : Outcome.of(empty);
            }
            if (step.walk().length() < most) {
                follow(step, characters, visited, open);
            }
        }
        return empty == null ? Outcome.NONE : Outcome.of(empty);
    }

    /** From the least length on it does not matter how long a text already is: the shortest was here first. */
    private void follow(Step step, int[] characters, Set<Walk> visited, List<Step> open) {
        Set<List<BitSet>> reached = new HashSet<>();
        for (int character : characters) {
            List<BitSet> next = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                budget.step();
                next.add(parts.get(i).automaton().after(step.walk().at().get(i), character));
            }
            int length = step.walk().length() + 1;
            if (reached.add(next) && visited.add(new Walk(next, Math.min(length, least)))) {
                open.add(new Step(new Walk(next, length), character, step));
            }
        }
    }

    private boolean isEnd(Walk walk) {
        if (walk.length() < least) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part.automaton().accepts(walk.at().get(i), walk.length() == 0) != part.wanted()) {
                return false;
            }
        }
        return true;
    }

    private static Json text(Step end) {
        StringBuilder reversed = new StringBuilder();
        for (Step step = end; step.before() != null; step = step.before()) {
            reversed.append(
                    new StringBuilder().appendCodePoint(step.character()).reverse());
        }
        return Json.of(reversed.reverse().toString());
    }
}
