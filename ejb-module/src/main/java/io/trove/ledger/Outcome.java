package io.trove.ledger;

import io.trove.refusal.Refusal;
import java.util.List;

/** What becomes of a request. */
sealed interface Outcome {

    /**
     * It holds: for each of its events the position, and those events that are new. Events that were there already have
     * positions too.
     */
    record Granted(long[] positions, List<Placed> placed) implements Outcome {}

    /** The ledger's settings are not those that it was judged by: nothing happened, and it is to be judged again. */
    record Stale() implements Outcome {}

    /** It does not hold, and leaves no trace. */
    record Refused(RuntimeException refusal) implements Outcome {

        static Refused because(Refusal refusal) {
            return new Refused(refusal);
        }
    }
}
