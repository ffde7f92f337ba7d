package io.trove.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * What this server remembers of a ledger: everything that was written from {@link #completeFrom()} on, and nothing
 * older. So facts that reach to that position, together with this, are the whole truth. From the first condition on it
 * remembers what events are found by as well, a bounded number of them.
 */
final class Recall implements Memories.Memory {

    private final Memories all;
    private final int entriesMax;
    private final LinkedHashMap<Known.Key, Known> known = new LinkedHashMap<>();
    private final ArrayDeque<Recent> recent = new ArrayDeque<>();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private long completeFrom;
    private long eventsFrom;
    private long learntBelow;
    private boolean remembersEvents;
    private int weight;

    Recall(Memories all, int entriesMax, long completeFrom) {
        this.all = all;
        this.entriesMax = entriesMax;
        begin(completeFrom);
    }

    Optional<Known> find(Known.Key key) {
        return read(() -> Optional.ofNullable(known.get(key)));
    }

    long completeFrom() {
        return read(() -> completeFrom);
    }

    /**
     * Has a request decided, unless what was found out for it, together with what is remembered, is less than the whole truth;
     * nothing is forgotten meanwhile. Whether it was.
     */
    boolean decides(Ticket ticket, Runnable decision) {
        return read(() -> {
            if (!completes(ticket)) {
                return false;
            }
            decision.run();
            return true;
        });
    }

    private boolean completes(Ticket ticket) {
        return ticket.facts().below() >= completeFrom
                && (ticket.boundary().isEmpty() || remembers(ticket.boundary().get()));
    }

    /** Whether all events that a condition is not decided for are remembered; from now on they are. */
    boolean remembersFrom(Boundary boundary) {
        change(() -> {
            if (!remembersEvents) {
                remembersEvents = true;
                eventsFrom = learntBelow;
            }
        });
        return read(() -> remembers(boundary));
    }

    private boolean remembers(Boundary boundary) {
        return remembersEvents && boundary.decidedBelow() >= eventsFrom;
    }

    /** The events that are remembered from a position on. */
    List<Recent> since(long position) {
        return read(() -> {
            var since = new ArrayList<Recent>();
            var newestFirst = recent.descendingIterator();
            while (newestFirst.hasNext()) {
                Recent event = newestFirst.next();
                if (event.position() < position) {
                    break;
                }
                since.add(event);
            }
            Collections.reverse(since);
            return since;
        });
    }

    /** Learns what a batch wrote; the oldest is forgotten first. */
    void learn(Round round) {
        change(() -> {
            learntBelow = round.to().size();
            learn(round.learnt());
            if (remembersEvents) {
                round.placed().forEach(this::learn);
            }
        });
        all.learnt(this, read(() -> known.size() + weight));
    }

    private void learn(Map<Known.Key, Known> written) {
        written.forEach((key, value) -> {
            known.remove(key);
            known.put(key, value);
        });
        var oldestFirst = known.values().iterator();
        while (known.size() > entriesMax) {
            completeFrom = Math.max(completeFrom, oldestFirst.next().position() + 1);
            oldestFirst.remove();
        }
    }

    private void learn(Placed placed) {
        Recent event = Recent.of(placed);
        recent.add(event);
        weight += event.marks().weight();
        while (weight > entriesMax) {
            Recent oldest = recent.remove();
            weight -= oldest.marks().weight();
            eventsFrom = oldest.position() + 1;
        }
    }

    /** Forgets everything that it learnt until now. */
    @Override
    public void forget() {
        change(() -> begin(learntBelow));
    }

    /** Forgets everything: what was written up to here was written by another server. */
    void restart(long from) {
        change(() -> begin(from));
        all.learnt(this, 0);
    }

    private void begin(long from) {
        known.clear();
        recent.clear();
        weight = 0;
        completeFrom = from;
        eventsFrom = from;
        learntBelow = from;
    }

    private <T> T read(Supplier<T> question) {
        lock.readLock().lock();
        try {
            return question.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private void change(Runnable change) {
        lock.writeLock().lock();
        try {
            change.run();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
