package io.trove.ledger;

import io.trove.event.Draft;
import io.trove.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Appends events each for itself, as many as it can at once: all of them, and where that is refused by halves, down to the
 * event that it is refused for. What can be cured by waiting is waited for, a bounded number of times.
 */
final class Halves {

    private static final int TRIES_MAX = 6;

    private final Function<List<Draft>, List<Receipt>> append;
    private final boolean untilRefused;

    Halves(Function<List<Draft>, List<Receipt>> append, boolean untilRefused) {
        this.append = append;
        this.untilRefused = untilRefused;
    }

    /** An outcome for each, in their order; a refusal is thrown when it is no event's fault. */
    List<Settled> of(List<Draft> drafts) {
        var settled = new ArrayList<Settled>(drafts.size());
        settle(drafts, settled);
        while (settled.size() < drafts.size()) {
            settled.add(new Settled.Untried());
        }
        return settled;
    }

    /** False when nothing more is to be tried. */
    private boolean settle(List<Draft> drafts, List<Settled> settled) {
        try {
            patiently(drafts).forEach(receipt -> settled.add(new Settled.Recorded(receipt)));
            return true;
        } catch (Refusal refusal) {
            if (refusal.retryAfter().isPresent()) {
                throw refusal;
            }
            if (drafts.size() == 1) {
                settled.add(new Settled.Refused(refusal));
                return !untilRefused;
            }
        }
        int half = drafts.size() / 2;
        return settle(drafts.subList(0, half), settled) && settle(drafts.subList(half, drafts.size()), settled);
    }

    private List<Receipt> patiently(List<Draft> drafts) {
        for (int tries = 1; ; tries++) {
            try {
                return append.apply(drafts);
            } catch (Refusal refusal) {
                if (tries == TRIES_MAX || refusal.retryAfter().isEmpty()) {
                    throw refusal;
                }
                LockSupport.parkNanos(refusal.retryAfter().get().toNanos());
            }
        }
    }
}
