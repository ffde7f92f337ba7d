package io.trove.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The order of a ledger's requests. Whoever finds nobody committing commits for all who wait: one transaction, one fsync
 * for many callers. The batch is what arrived while the last one was being written; nobody waits for company.
 */
final class Sequencer {

    private final ConcurrentLinkedQueue<Ticket> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean committing = new AtomicBoolean();
    private final Committer committer;
    private final Bounds bounds;

    Sequencer(Committer committer, Bounds bounds) {
        this.committer = committer;
        this.bounds = bounds;
    }

    /** Returns when the request is decided and, if it was granted, on disk. */
    Outcome append(Ticket ticket) {
        enqueue(ticket);
        while (ticket.outcome().isEmpty()) {
            if (committing.compareAndSet(false, true)) {
                commitUntilSettled(ticket);
            } else {
                LockSupport.park(this);
            }
        }
        return ticket.outcome().orElseThrow();
    }

    private void enqueue(Ticket ticket) {
        if (waiting.incrementAndGet() > bounds.waitingMax()) {
            waiting.decrementAndGet();
            throw Overloaded.ledger(bounds.waitingMax());
        }
        queue.add(ticket);
    }

    private void commitUntilSettled(Ticket own) {
        try {
            while (own.outcome().isEmpty()) {
                committer.commit(drain());
            }
        } finally {
            committing.set(false);
            Ticket next = queue.peek();
            if (next != null) {
                next.wake();
            }
        }
    }

    private List<Ticket> drain() {
        var batch = new ArrayList<Ticket>();
        long rows = 0;
        long bytes = 0;
        for (Ticket ticket = queue.peek(); ticket != null; ticket = queue.peek()) {
            rows += ticket.rows();
            bytes += ticket.bytes();
            if (!batch.isEmpty() && (rows > bounds.batchRowsMax() || bytes > bounds.batchBytesMax())) {
                break;
            }
            batch.add(queue.remove());
        }
        waiting.addAndGet(-batch.size());
        return batch;
    }
}
