package io.trove.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What this server remembers of a ledger: everything that was written from {@link #completeFrom()} on, and nothing
 * older. So facts that reach to that position, together with this, are the whole truth. From the first condition on it
 * remembers what events are found by as well, a bounded number of them.
 */
final class Recall {

    private final int entriesMax;
    private final LinkedHashMap<Known.Key, Known> known = new LinkedHashMap<>();
    private final ArrayDeque<Recent> recent = new ArrayDeque<>();
    private long completeFrom;
    private long eventsFrom;
    private long learntBelow;
    private boolean remembersEvents;
    private int weight;

    Recall(int entriesMax, long completeFrom) {
        this.entriesMax = entriesMax;
        restart(completeFrom);
    }

    synchronized Optional<Known> find(Known.Key key) {
        return Optional.ofNullable(known.get(key));
    }

    synchronized long completeFrom() {
        return completeFrom;
    }

    /** Whether what was found out for this request, together with what is remembered, is the whole truth. */
    synchronized boolean completes(Ticket ticket) {
        return ticket.facts().below() >= completeFrom
                && (ticket.boundary().isEmpty()
                        || remembersFrom(ticket.boundary().get()));
    }

    /** Whether all events that a condition is not decided for are remembered; from now on they are. */
    synchronized boolean remembersFrom(Boundary boundary) {
        if (!remembersEvents) {
            remembersEvents = true;
            eventsFrom = learntBelow;
        }
        return boundary.decidedBelow() >= eventsFrom;
    }

    /** The events that are remembered from a position on. */
    synchronized List<Recent> since(long position) {
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
    }

    /** Learns what a batch wrote; the oldest is forgotten first. */
    synchronized void learn(Round round) {
        learntBelow = round.to().size();
        learn(round.learnt());
        if (remembersEvents) {
            round.placed().forEach(this::learn);
        }
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

    /** Forgets everything: what was written up to here was written by another server. */
    synchronized void restart(long from) {
        known.clear();
        recent.clear();
        weight = 0;
        completeFrom = from;
        eventsFrom = from;
        learntBelow = from;
    }
}
