package io.trove.ledger;

import io.trove.filter.Extent;
import io.trove.refusal.Refusal;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request's condition, and how far it is decided: below a position that only moves up. Before the lock it is decided up
 * to the published head; under it against what came since, which this server remembers or reads.
 */
final class Boundary {

    private final Unless unless;
    private final Extent seen;
    private long decidedBelow;
    private Optional<Refusal> conflict = Optional.empty();

    /** Of the events that the caller may see. */
    Boundary(Unless unless, Extent seen) {
        this.unless = unless;
        this.seen = seen;
        this.decidedBelow = unless.after() + 1;
    }

    /** The first position that is not decided. */
    long decidedBelow() {
        return decidedBelow;
    }

    /** Reads on, below this position. */
    void read(Matching matching, long below) throws SQLException {
        if (conflict.isPresent() || decidedBelow >= below) {
            return;
        }
        try {
            conflict =
                    matching.first(unless.matches(), seen, decidedBelow, below).map(this::conflict);
        } catch (ConditionRefused tooWide) {
            conflict = Optional.of(tooWide);
        }
        decidedBelow = below;
    }

    /** Why the condition does not hold, by what was read, and then by the events that came since. */
    Optional<Refusal> conflict(Stream<Recent> since) {
        return conflict.or(() -> since.filter(this::isMeant).findFirst().map(each -> conflict(each.match())));
    }

    private boolean isMeant(Recent event) {
        return event.position() >= decidedBelow
                && unless.matches().matches(event.marks())
                && seen.contains(event.marks());
    }

    private Refusal conflict(Match match) {
        return new ConditionConflict(unless, match);
    }
}
