package io.trove.ledger;

import io.trove.event.EventId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds the events that a request's events mention, once all of those are in their places: any of them may be one. */
final class Binding {

    private final View view;

    Binding(View view) {
        this.view = view;
    }

    /** What was placed of the request, in the order of its events, with what they mention. */
    List<Placed> of(Ticket ticket, List<Placed> placed) {
        if (ticket.mentions().isEmpty()) {
            return placed;
        }
        var bound = new ArrayList<Placed>(placed.size());
        for (int i = 0; i < ticket.events().size() && bound.size() < placed.size(); i++) {
            Placed next = placed.get(bound.size());
            if (isOf(next, ticket, i)) {
                bound.add(next.mentioning(
                        ticket.mentions().get(i).stream().map(this::bind).toList()));
            }
        }
        return bound;
    }

    @SuppressWarnings("ReferenceEquality") // the very event of the request, not one that is equal
    private static boolean isOf(Placed placed, Ticket ticket, int index) {
        return placed.event() == ticket.events().get(index);
    }

    private Mentioned bind(Mention mention) {
        if (mention.version().isPresent()) {
            var id = new EventId(mention.id(), mention.version().getAsInt());
            return new Mentioned(mention, id, position(id));
        }
        return newest(mention);
    }

    /** The newest that was looked up, or one that came since: those are remembered, version by version. */
    private Mentioned newest(Mention mention) {
        Optional<Known.Newest> there =
                view.find(new Known.OfNewest(mention.id())).map(Known.Newest.class::cast);
        int version = there.map(Known.Newest::version).orElse(0);
        OptionalLong position = there.isPresent() ? OptionalLong.of(there.get().position()) : OptionalLong.empty();
        for (OptionalLong later = position(new EventId(mention.id(), version + 1)); later.isPresent(); ) {
            version++;
            position = later;
            later = position(new EventId(mention.id(), version + 1));
        }
        return new Mentioned(mention, new EventId(mention.id(), Math.max(1, version)), position);
    }

    private OptionalLong position(EventId id) {
        return view.find(new Known.OfEvent(id)).stream()
                .mapToLong(Known::position)
                .findFirst();
    }
}
