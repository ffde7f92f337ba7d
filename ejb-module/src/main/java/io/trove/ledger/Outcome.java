package io.trove.ledger;

import io.trove.refusal.Refusal;
import java.util.List;
import java.util.Optional;

/** What becomes of a request. */
sealed interface Outcome {

    /**
     * It holds: for each of its events the position, those events that are new, and what is to be remembered under its key.
     * Events that were there already have positions too.
     */
    record Granted(long[] positions, List<Placed> placed, Optional<Known.Request> request) implements Outcome {}

    /** The ledger's settings are not those that it was judged by: nothing happened, and it is to be judged again. */
    record Stale() implements Outcome {}

    /** It does not hold, and leaves no trace. */
    record Refused(RuntimeException refusal) implements Outcome {

        static Refused because(Refusal refusal) {
            return new Refused(refusal);
        }
    }
}
