package io.trove.containment;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Finds whether a text has a match of a regular expression anywhere, character by character. */
final class Automaton {
    private static final int STATES_MAX = 20_000;

    private enum On {
        NOTHING,
        START,
        END,
        CHARACTER
    }

    private record Edge(On on, Characters characters, int to) {}

    /** There are more states than are worth it. */
    private static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("too many states", null, false, false);
        }
    }

    private final List<List<Edge>> states = new ArrayList<>();
    private final List<Characters> sets = new ArrayList<>();
    private final int first;
    private final int last;

    private Automaton(Regex regex) {
        first = state();
        int inner = state();
        states.get(first).add(new Edge(On.CHARACTER, Characters.EVERY, first));
        edge(first, On.NOTHING, inner);
        last = add(regex, inner);
        states.get(last).add(new Edge(On.CHARACTER, Characters.EVERY, last));
    }

    static Optional<Automaton> of(Regex regex) {
        try {
            return Optional.of(new Automaton(regex));
        } catch (TooLarge e) {
            return Optional.empty();
        }
    }

    /** Whether this text has a match. */
    boolean finds(String text, Budget budget) {
        BitSet at = start();
        int[] characters = text.codePoints().toArray();
        for (int character : characters) {
            budget.step();
            at = after(at, character);
        }
        return accepts(at, characters.length == 0);
    }

    BitSet start() {
        BitSet states = new BitSet();
        states.set(first);
        return closed(states, On.START);
    }

    BitSet after(BitSet before, int character) {
        BitSet next = new BitSet();
        for (int state = before.nextSetBit(0); state >= 0; state = before.nextSetBit(state + 1)) {
            for (Edge edge : states.get(state)) {
                if (edge.on() == On.CHARACTER && edge.characters().has(character)) {
                    next.set(edge.to());
                }
            }
        }
        return closed(next, On.NOTHING);
    }

    /** At the start of a text that is empty, both its ends are reached. */
    boolean accepts(BitSet at, boolean empty) {
        BitSet ended = (BitSet) at.clone();
        close(ended, On.END, empty ? On.START : On.NOTHING);
        return ended.get(last);
    }

    List<Characters> sets() {
        return sets;
    }

    private BitSet closed(BitSet at, On besides) {
        close(at, On.NOTHING, besides);
        return at;
    }

    private void close(BitSet at, On one, On other) {
        List<Integer> open = new ArrayList<>();
        at.stream().forEach(open::add);
        while (!open.isEmpty()) {
            int state = open.remove(open.size() - 1);
            for (Edge edge : states.get(state)) {
                boolean passes = edge.on() == On.NOTHING || edge.on() == one || edge.on() == other;
                if (passes && edge.on() != On.CHARACTER && !at.get(edge.to())) {
                    at.set(edge.to());
                    open.add(edge.to());
                }
            }
        }
    }

    /** Adds the expression behind a state; the state that it ends in. */
    private int add(Regex regex, int from) {
        if (regex instanceof Regex.One one) {
            int to = state();
            states.get(from).add(new Edge(On.CHARACTER, one.characters(), to));
            sets.add(one.characters());
            return to;
        } else if (regex instanceof Regex.Sequence sequence) {
            int at = from;
            for (Regex part : sequence.parts()) {
                at = add(part, at);
            }
            return at;
        } else if (regex instanceof Regex.Either either) {
            int to = state();
            for (Regex part : either.parts()) {
                int begin = state();
                edge(from, On.NOTHING, begin);
                edge(add(part, begin), On.NOTHING, to);
            }
            return to;
        } else if (regex instanceof Regex.Repeat repeat) {
            return repeated(repeat, from);
        }
        int to = state();
        edge(from, regex instanceof Regex.Start ? On.START : On.END, to);
        return to;
    }

    private int repeated(Regex.Repeat repeat, int from) {
        int at = from;
        for (int i = 0; i < repeat.least(); i++) {
            at = add(repeat.part(), at);
        }
        int to = state();
        edge(at, On.NOTHING, to);
        if (repeat.most() < 0) {
            int loop = state();
            edge(at, On.NOTHING, loop);
            int end = add(repeat.part(), loop);
            edge(end, On.NOTHING, loop);
            edge(end, On.NOTHING, to);
        }
        for (int i = repeat.least(); i < repeat.most(); i++) {
            at = add(repeat.part(), at);
            edge(at, On.NOTHING, to);
        }
        return to;
    }

    private void edge(int from, On on, int to) {
        states.get(from).add(new Edge(on, Characters.EVERY, to));
    }

    private int state() {
        if (states.size() == STATES_MAX) {
            throw new TooLarge();
        }
        states.add(new ArrayList<>());
        return states.size() - 1;
    }
}
