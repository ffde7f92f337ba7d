package io.trove.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The tries at one batch: the fast path first, the sure path after a failure, and an answer for everyone at the end. */
final class Tries {

    private static final int TRIES_MAX = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

    private final Committer committer;
    private final Round first;
    private final List<Ticket> batch;
    private final Round[] written = new Round[1];
    private boolean doubtful;
    private boolean gaveUp;

    Tries(Committer committer, Round first) {
        this.committer = committer;
        this.first = first;
        this.batch = first.batch();
    }

    /** Whether the first try was it, and those on it are to be told; otherwise all are settled. */
    boolean untilSettled() {
        if (committer.isTrusted() && fast()) {
            return !gaveUp;
        }
        for (int tries = 1; !sure(tries == TRIES_MAX); tries++) {
            LockSupport.parkNanos(FIRST_PAUSE.toNanos() << tries);
        }
        return false;
    }

    private boolean fast() {
        try {
            if (committer.fast(written, first)) {
                return true;
            }
            written[0] = null;
        } catch (SQLException failure) {
            if (doubt(failure, null) == SqlFailure.HELD) {
                giveUp(failure);
            }
        }
        committer.distrust();
        return gaveUp;
    }

    private boolean sure(boolean last) {
        Round earlier = written[0];
        try {
            committer.sure(written, batch, doubtful);
            return true;
        } catch (SQLException failure) {
            boolean wasLookedUp = doubtful;
            SqlFailure kind = doubt(failure, earlier);
            if (kind == SqlFailure.REJECTED || (kind == SqlFailure.DUPLICATE && wasLookedUp)) {
                refuseTheOffender(kind, failure);
                return true;
            }
            if (last || kind == SqlFailure.HELD) {
                giveUp(failure);
            }
            return gaveUp;
        }
    }

    /** What was not written now says nothing of an earlier round whose end is unclear. */
    private SqlFailure doubt(SQLException failure, Round earlier) {
        doubtful = true;
        committer.distrust();
        SqlFailure kind = SqlFailure.of(failure);
        if (kind != SqlFailure.UNCLEAR) {
            written[0] = earlier;
        }
        return kind;
    }

    private void refuseTheOffender(SqlFailure kind, SQLException failure) {
        if (batch.size() == 1) {
            batch.get(0)
                    .settle(new Outcome.Refused(
                            kind == SqlFailure.DUPLICATE
                                    ? new RowConflict(SqlFailure.constraint(failure))
                                    : new IllegalStateException(
                                            "The database does not take what is to be written", failure)));
        } else {
            batch.forEach(ticket -> committer.commit(List.of(ticket)));
        }
    }

    private void giveUp(SQLException failure) {
        gaveUp = true;
        var answer = written[0] == null || written[0].isEmpty()
                ? StoreUnavailable.nothingWritten(failure)
                : StoreUnavailable.unclear(failure);
        if (SqlFailure.of(failure) == SqlFailure.HELD) {
            committer.isHeld(StoreUnavailable.nothingWritten(failure));
        }
        batch.forEach(ticket -> ticket.settle(Outcome.Refused.because(answer)));
    }
}
