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

    Tries(Committer committer, Round first) {
        this.committer = committer;
        this.first = first;
        this.batch = first.batch();
    }

    /** Whether the first try was it, and those on it are to be told; otherwise all are settled. */
    boolean untilSettled() {
        if (committer.isTrusted() && fast()) {
            return true;
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
            doubt(failure);
        }
        committer.distrust();
        return false;
    }

    private boolean sure(boolean last) {
        try {
            committer.sure(written, batch, doubtful);
            return true;
        } catch (SQLException failure) {
            boolean wasLookedUp = doubtful;
            SqlFailure kind = doubt(failure);
            if (kind == SqlFailure.REJECTED || (kind == SqlFailure.DUPLICATE && wasLookedUp)) {
                refuseTheOffender(kind, failure);
                return true;
            }
            if (last) {
                giveUp(failure);
            }
            return last;
        }
    }

    private SqlFailure doubt(SQLException failure) {
        doubtful = true;
        committer.distrust();
        SqlFailure kind = SqlFailure.of(failure);
        if (kind != SqlFailure.UNCLEAR) {
            written[0] = null;
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
        var answer = written[0] == null || written[0].isEmpty()
                ? StoreUnavailable.nothingWritten(failure)
                : StoreUnavailable.unclear(failure);
        batch.forEach(ticket -> ticket.settle(Outcome.Refused.because(answer)));
    }
}
