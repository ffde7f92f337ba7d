package io.trove.entities;

import io.trove.access.Sight;
import io.trove.event.Draft;
import io.trove.event.Flakes;
import io.trove.event.Json;
import io.trove.event.Targets;
import io.trove.ledger.Append;
import io.trove.ledger.Appender;
import io.trove.ledger.Caller;
import io.trove.ledger.Expected;
import io.trove.ledger.Ledger;
import io.trove.ledger.VersionConflict;
import io.trove.query.Found;
import io.trove.refusal.Refusal;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps what commands lead to, and runs them: a command is decided by its entity's state, and its events go to that state alone. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Commanding {

    /** How often somebody else may have been quicker. */
    private static final int TRIES_MAX = 100;

    @Inject
    private Appender appender;

    @Inject
    private Entities entities;

    @Inject
    private Handlers handlers;

    @Inject
    private Outcomes outcomes;

    @Inject
    private Flakes flakes;

    /** What a command came to: its events, and its entity before and after them; or why there are none. */
    public record Outcome(List<Found> events, Optional<Look> original, Optional<Look> state, Optional<String> reason) {

        static Outcome rejected(String why) {
            return new Outcome(List.of(), Optional.empty(), Optional.empty(), Optional.of(why));
        }
    }

    /** Registers what commands of a type lead to, from now on; the same again changes nothing. */
    public Json register(Ledger ledger, Caller by, String type, Json body) {
        Command.requireType(type);
        CommandRule rule = CommandRule.asked(body);
        if (handlers.registered(ledger, type)
                .filter(kept -> isSame(kept, type, rule))
                .isEmpty()) {
            appender.append(ledger, Caller.trove(), CommandEvents.registered(by, type, rule));
        }
        return find(ledger, type);
    }

    private static boolean isSame(CommandEvents.Kept kept, String type, CommandRule rule) {
        Map<String, Json> members = new TreeMap<>(rule.json().members());
        members.put("type", Json.of(type));
        return kept.payload().equals(Json.object(members));
    }

    /** What is registered for commands of a type, and at which position. */
    public Json find(Ledger ledger, String type) {
        CommandEvents.Kept kept = handlers.registered(ledger, type).orElseThrow(() -> new CommandUnknown(type));
        Map<String, Object> members = new TreeMap<>(kept.payload().members());
        members.put("position", kept.position());
        return Json.object(members);
    }

    /** The types of commands that something is registered for, behind this one. */
    public List<String> types(Ledger ledger, String after, int limit) {
        return handlers.types(ledger, after, limit);
    }

    /** Runs a command; sent again under its id, it has the same answer and no other effect. */
    public Outcome run(Sight sight, Caller caller, Json body) {
        Ledger ledger = sight.ledger();
        Handlers.Chosen chosen = handlers.of(ledger, body);
        Command command = Command.of(body, chosen.entityType(), flakes::next);
        Optional<Outcome> before = before(sight, command);
        for (int tries = 1; before.isEmpty(); tries++) {
            try {
                Outcome outcome = tried(sight, caller, command, chosen.handler());
                return outcome.events().isEmpty() ? before(sight, command).orElse(outcome) : outcome;
            } catch (VersionConflict quicker) {
                before = before(sight, command);
                if (before.isEmpty() && tries == TRIES_MAX) {
                    throw quicker;
                }
            } catch (Refusal refusal) {
                return before(sight, command).orElseThrow(() -> refusal);
            }
        }
        return before.get();
    }

    /** What came of a command that had its effect before; by its effect, sent at the same time, it may seem refused. */
    private Optional<Outcome> before(Sight sight, Command command) {
        return command.isNamed() ? outcomes.of(sight, command) : Optional.empty();
    }

    private Outcome tried(Sight sight, Caller caller, Command command, Handler handler) {
        Optional<Look> look = entities.find(sight, command.entity(), Moment.now(), Optional.empty());
        look.flatMap(Look::parked).ifPresent(parked -> {
            throw new EntityParked(command.entity(), parked);
        });
        Json state =
                look.filter(it -> !it.isDeleted()).map(it -> it.state().data()).orElse(Json.nul());
        Handled handled = handler.handle(state, command.json());
        if (handled instanceof Handled.Rejected rejected) {
            return Outcome.rejected(rejected.reason());
        }
        Json cause = command.cause(look, outcomes.hops(sight, command));
        List<Draft> drafts = drafts(command, ((Handled.Events) handled).events(), cause, state);
        if (drafts.isEmpty()) {
            return new Outcome(List.of(), look, look, Optional.empty());
        }
        long version = look.map(it -> it.state().version()).orElse(0L);
        var expected =
                Expected.version(command.entity().type(), command.entity().id(), version);
        var append = Append.of(drafts).expecting(List.of(expected)).seeing(sight.extent());
        var receipts = appender.append(sight.ledger(), caller, CommandEvents.ran(append, command), cause);
        return outcomes.of(sight, command, look, receipts);
    }

    /** Events of the command's entity, and of those of another type that the payload or the state names. */
    private static List<Draft> drafts(Command command, List<Handled.Event> events, Json cause, Json state) {
        var drafts = new ArrayList<Draft>();
        for (Handled.Event event : events) {
            boolean own = event.type().equals(command.entity().type())
                    || event.type().startsWith(command.entity().type() + ".")
                    || !event.type().contains(".");
            Json written = Json.object(Map.of(
                    "type",
                    event.type(),
                    "entity",
                    own
                            ? command.entity().members()
                            : Map.of(
                                    "type",
                                    event.type().substring(0, event.type().indexOf('.'))),
                    "payload",
                    event.payload(),
                    "cause",
                    cause));
            for (Json each : Targets.named(written, true, () -> Optional.of(state))) {
                drafts.add(Draft.of(command.named(each, drafts.size() + 1)));
            }
        }
        return drafts;
    }
}
