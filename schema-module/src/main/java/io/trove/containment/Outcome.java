package io.trove.containment;

import io.trove.event.Json;
import java.util.Optional;

/** A witness, proof that there is none, or neither. A witness that is not sure needs a validator's word. */
record Outcome(Optional<Json> witness, boolean sure) {
    static final Outcome NONE = new Outcome(Optional.empty(), true);
    static final Outcome OPEN = new Outcome(Optional.empty(), false);

    static Outcome of(Json witness) {
        return new Outcome(Optional.of(witness), true);
    }

    static Outcome unsure(Json witness) {
        return new Outcome(Optional.of(witness), false);
    }

    boolean isNone() {
        return witness.isEmpty() && sure;
    }

    boolean isFound() {
        return witness.isPresent();
    }

    /** The better known of two ways: a witness, else an open way, else none. */
    Outcome or(Outcome other) {
        if (isFound() || other.isNone()) {
            return this;
        }
        return other;
    }

    Outcome orUnsure(boolean unsure) {
        return unsure && isFound() ? new Outcome(witness, false) : this;
    }
}
