package io.trove.ledger;

import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A ledger's requests that wait for a round, the first come first; so many and no more. */
final class Line {

    private final ConcurrentLinkedQueue<Ticket> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Bounds bounds;

    Line(Bounds bounds) {
        this.bounds = bounds;
    }

    void add(Ticket ticket) {
        if (waiting.incrementAndGet() > bounds.waitingMax()) {
            waiting.decrementAndGet();
            throw Overloaded.ledger(bounds.waitingMax());
        }
        queue.add(ticket);
    }

    /** Those who fit in board the round; by one thread at a time. */
    void board(Round round) {
        for (Ticket ticket = queue.peek(); ticket != null && round.hasRoomFor(ticket, bounds); ticket = queue.peek()) {
            round.board(queue.remove());
        }
    }

    /** So many who had boarded wait no longer. */
    void departed(int tickets) {
        waiting.addAndGet(-tickets);
    }

    Optional<Ticket> first() {
        return Optional.ofNullable(queue.peek());
    }
}
