package io.trove.ledger;

import io.trove.event.EventId;
import io.trove.event.Kept;
import io.trove.event.Pending;
import io.trove.refusal.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Decides a request against what is known of the ledger; touches nothing but the view. */
final class Decision {

    private static final long NOWHERE = -1;

    private final View view;
    private final long recordedAtMicros;
    private long next;

    /** Decisions of one batch, whose first event gets the position {@code next}. */
    Decision(View view, long next, long recordedAtMicros) {
        this.view = view;
        this.next = next;
        this.recordedAtMicros = recordedAtMicros;
    }

    /** Grants or refuses; a request that breaks is refused alone. */
    Outcome decide(Ticket ticket) {
        long first = next;
        try {
            return decideWhole(ticket);
        } catch (RuntimeException broken) {
            next = first;
            return new Outcome.Refused(broken);
        }
    }

    private Outcome decideWhole(Ticket ticket) {
        view.turnTo(ticket.facts());
        Optional<Known> before = ticket.once().flatMap(once -> view.find(once.key()));
        if (before.isPresent()) {
            return again(ticket, (Known.Request) before.get());
        }
        return place(ticket);
    }

    private Outcome again(Ticket ticket, Known.Request before) {
        if (!Arrays.equals(before.requestDigest(), ticket.once().orElseThrow().requestDigest())) {
            return Outcome.Refused.because(new KeyReused(before.position()));
        }
        long[] there = ticket.events().stream()
                .mapToLong(event -> view.find(new Known.OfEvent(event.id()))
                        .map(Known::position)
                        .orElse(NOWHERE))
                .toArray();
        long[] positions = standsForAsMany(there, before) ? inOrder(there, before) : asFound(there, before);
        return new Outcome.Granted(positions, List.of(), Optional.empty());
    }

    /** Whether what was sent stands for as many events as it did then: an event of each target may have found more, or less. */
    private static boolean standsForAsMany(long[] there, Known.Request before) {
        long found = Arrays.stream(there).filter(before::wrote).distinct().count();
        long others =
                Arrays.stream(there).filter(position -> position == NOWHERE).count();
        return before.count() == 0 || found + others == before.count();
    }

    private static long[] inOrder(long[] there, Known.Request before) {
        long[] positions = there.clone();
        long following = before.position();
        for (int i = 0; i < positions.length; i++) {
            positions[i] = there[i] == NOWHERE ? following : there[i];
            following = Math.max(following, positions[i] + 1);
        }
        return positions;
    }

    /** What was there before it, and then what it wrote. */
    private static long[] asFound(long[] there, Known.Request before) {
        return LongStream.concat(
                        Arrays.stream(there).filter(position -> position != NOWHERE && !before.wrote(position)),
                        LongStream.range(before.position(), before.position() + before.count()))
                .toArray();
    }

    private Outcome place(Ticket ticket) {
        long first = next;
        Optional<Refusal> conflict = conflict(ticket);
        if (conflict.isPresent() && !isThereAlready(ticket)) {
            return refuse(first, conflict.get());
        }
        var placed = new ArrayList<Placed>(ticket.events().size());
        long[] positions = new long[ticket.events().size()];
        for (int i = 0; i < positions.length; i++) {
            Pending event = ticket.events().get(i);
            Optional<Known> there =
                    isGivenId(ticket, event) ? view.find(new Known.OfEvent(event.id())) : Optional.empty();
            if (there.isPresent()
                    && !Arrays.equals(((Known.Event) there.get()).contentDigest(), event.contentDigest())) {
                return refuse(first, new IdTaken(event.id(), i));
            }
            if (there.isEmpty() && lacksPredecessor(event)) {
                return refuse(first, new VersionGap(event.id(), i));
            }
            positions[i] = there.isPresent() ? there.get().position() : next;
            if (there.isEmpty()) {
                placed.add(placeAt(next++, event, isGivenId(ticket, event)));
            }
        }
        Optional<Known.Request> request = ticket.once().map(once -> {
            long from = placed.isEmpty() ? positions[0] : first;
            var granted = new Known.Request(from, once.requestDigest(), placed.size());
            view.put(once.key(), granted);
            return granted;
        });
        List<Placed> bound = new Binding(view).of(ticket, placed);
        view.accept(bound);
        return new Outcome.Granted(positions, bound, request);
    }

    private Outcome refuse(long first, Refusal refusal) {
        next = first;
        return Outcome.Refused.because(refusal);
    }

    private Optional<Refusal> conflict(Ticket ticket) {
        for (Expected expected : ticket.expected()) {
            long version = version(new Known.OfEntity(expected.entityType(), expected.entityId()));
            if (!expected.holds(version)) {
                return Optional.of(new VersionConflict(expected, version));
            }
        }
        return ticket.boundary().flatMap(view::conflict);
    }

    /** A request that was granted before is answered again, whatever it expects by now. */
    private boolean isThereAlready(Ticket ticket) {
        return ticket.events().stream()
                .allMatch(event -> isGivenId(ticket, event)
                        && view.find(new Known.OfEvent(event.id())).isPresent());
    }

    private long version(Known.OfEntity entity) {
        return view.find(entity).map(known -> ((Known.Version) known).version()).orElse(0L);
    }

    /** Only an id that the caller gave can be there already; one made for this event cannot. */
    private static boolean isGivenId(Ticket ticket, Pending event) {
        return ticket.asks().contains(new Known.OfEvent(event.id()));
    }

    private boolean lacksPredecessor(Pending event) {
        EventId id = event.id();
        return id.version() > 1
                && view.find(new Known.OfEvent(new EventId(id.id(), id.version() - 1)))
                        .isEmpty();
    }

    private Placed placeAt(long position, Pending event, boolean idIsGiven) {
        OptionalLong version = OptionalLong.empty();
        if (event.entityId().isPresent()) {
            var entity = new Known.OfEntity(event.entityType(), event.entityId().get());
            version = OptionalLong.of(version(entity) + 1);
            view.put(entity, new Known.Version(position, version.getAsLong()));
        }
        if (idIsGiven) {
            view.put(new Known.OfEvent(event.id()), new Known.Event(position, event.contentDigest()));
        }
        Kept kept = event.keep(version.orElse(0), recordedAtMicros);
        return new Placed(position, event, version, recordedAtMicros, kept);
    }
}
