package io.trove.ledger;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * The order of a ledger's requests. Whoever finds nobody committing commits for all who wait: one transaction, one fsync
 * for many callers. The batch is what arrived while the last one was being written; nobody waits for company. Who finds
 * somebody committing boards the next round, so that it is decided by the time that its turn comes.
 */
final class Sequencer {

    private final AtomicBoolean committing = new AtomicBoolean();
    private final Committer committer;
    private final Line line;

    Sequencer(Committer committer, Bounds bounds) {
        this.committer = committer;
        this.line = new Line(bounds);
    }

    /** Returns when the request is decided and, if it was granted, on disk. */
    Outcome append(Ticket ticket) {
        line.add(ticket);
        boolean boarded = false;
        while (ticket.outcome().isEmpty()) {
            if (committing.compareAndSet(false, true)) {
                commit();
            } else if (!boarded) {
                boarded = true;
                board();
            } else {
                LockSupport.park(this);
            }
        }
        return ticket.outcome().orElseThrow();
    }

    /** The next to commit is called before those of this round are told, who only have to answer. */
    private void commit() {
        Runnable telling = () -> {};
        try {
            telling = committer.commit(line);
        } finally {
            committing.set(false);
            committer.callNext(line);
            telling.run();
        }
    }

    /** Whoever stops committing meanwhile cannot see who is boarding, so the next is called from here. */
    private void board() {
        committer.board(line);
        if (!committing.get()) {
            committer.callNext(line);
        }
    }
}
