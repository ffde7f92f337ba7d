package io.trove.entities;

import io.trove.access.Sight;
import io.trove.event.Json;
import io.trove.ledger.Receipt;
import io.trove.ledger.Store;
import io.trove.query.EventUnknown;
import io.trove.query.Found;
import io.trove.query.Query;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What commands came to, told from their events: the first time and each time after. */
@ApplicationScoped
class Outcomes {

    /** An event is at most so many hops from its first cause. */
    private static final int HOPS_MAX = 100;

    @Inject
    private Query query;

    @Inject
    private Entities entities;

    @Inject
    private Store store;

    /** What a command came to that had its effect before; {@link CommandIdTaken} when another one has that id. */
    Optional<Commanding.Outcome> of(Sight sight, Command command) {
        var events = new ArrayList<Found>();
        Optional<Found> next = event(sight, command, 1);
        while (next.isPresent()) {
            events.add(next.get());
            next = event(sight, command, events.size() + 1);
        }
        if (events.isEmpty()) {
            return Optional.empty();
        }
        if (!isOf(sight, command, events.get(0))) {
            throw new CommandIdTaken(command.id());
        }
        return Optional.of(new Commanding.Outcome(
                events,
                at(sight, command.entity(), events.get(0).position() - 1),
                at(sight, command.entity(), events.get(events.size() - 1).position()),
                Optional.empty()));
    }

    /** What a command came to just now. */
    Commanding.Outcome of(Sight sight, Command command, Optional<Look> original, List<Receipt> receipts) {
        List<Found> events = receipts.stream()
                .flatMap(receipt -> seen(sight, receipt.position()).stream())
                .toList();
        long before = receipts.get(0).position() - 1;
        Optional<Look> state =
                at(sight, command.entity(), receipts.get(receipts.size() - 1).position());
        return new Commanding.Outcome(
                events,
                isMovedByOthers(original, state)
                        ? at(sight, command.entity(), before)
                        : original.map(look -> look.asOf(before)),
                state,
                Optional.empty());
    }

    /** Its own events cannot have come between what the command was decided by and its first event; those of others can. */
    private static boolean isMovedByOthers(Optional<Look> before, Optional<Look> after) {
        return after.flatMap(Look::parked).isPresent()
                || !before.map(Look::naming)
                        .orElse(0L)
                        .equals(after.map(Look::naming).orElse(0L))
                || !before.flatMap(Look::deletedWith).equals(after.flatMap(Look::deletedWith));
    }

    /** How far its events are from the first cause: one hop, or one more than the event that it was sent because of. */
    long hops(Sight sight, Command command) {
        Optional<String> event = command.causedBy();
        long before = event.isEmpty()
                ? 0
                : Json.parse(query.find(sight, event.get(), OptionalInt.empty()).document())
                        .at("/cause/hops")
                        .map(Json::integer)
                        .orElse(OptionalLong.empty())
                        .orElse(0);
        if (before >= HOPS_MAX) {
            throw new TooManyHops(event.orElseThrow(), HOPS_MAX);
        }
        return before + 1;
    }

    /** A command that ran before what it asked was kept, or came from elsewhere, is known by its events alone. */
    private boolean isOf(Sight sight, Command command, Found event) {
        return command.isCauseOf(Json.parse(event.document()))
                && store.with(sight.ledger(), tables -> CommandEvents.asked(tables, command))
                        .map(command.digest()::equals)
                        .orElse(true);
    }

    private Optional<Look> at(Sight sight, EntityId entity, long position) {
        return entities.find(sight, entity, new Moment.AtPosition(position), Optional.empty());
    }

    private Optional<Found> event(Sight sight, Command command, int number) {
        try {
            return Optional.of(query.find(sight, command.eventId(number), OptionalInt.of(1)))
                    .filter(found -> command.isNamedBy(Json.parse(found.document())));
        } catch (EventUnknown none) {
            return Optional.empty();
        }
    }

    /** What a caller may append and not see is not told. */
    private Optional<Found> seen(Sight sight, long position) {
        try {
            return Optional.of(query.at(sight, position));
        } catch (EventUnknown hidden) {
            return Optional.empty();
        }
    }
}
