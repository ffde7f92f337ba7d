package io.trove.containment;

import java.util.List;
import java.util.Optional;

/** A regular expression as a tree: the part of ECMA 262 that an automaton can decide. */
sealed interface Regex {
    record One(Characters characters) implements Regex {}

    record Sequence(List<Regex> parts) implements Regex {}

    record Either(List<Regex> parts) implements Regex {}

    /** {@code most} is -1 without an end. */
    record Repeat(Regex part, int least, int most) implements Regex {}

    record Start() implements Regex {}

    record End() implements Regex {}

    /** None when it has what no automaton decides: looking around, references back, word boundaries, properties. */
    static Optional<Regex> of(String regex) {
        return new RegexReading(regex).read();
    }

    static Regex literal(String text) {
        return new Sequence(text.codePoints()
                .mapToObj(character -> (Regex) new One(Characters.of(character, character)))
                .toList());
    }
}
