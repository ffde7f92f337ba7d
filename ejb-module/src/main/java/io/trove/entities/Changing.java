package io.trove.entities;

import io.trove.access.Sight;
import io.trove.event.Draft;
import io.trove.event.Invalid;
import io.trove.event.Json;
import io.trove.ledger.Append;
import io.trove.ledger.Appender;
import io.trove.ledger.Caller;
import io.trove.ledger.Expected;
import io.trove.ledger.Receipt;
import io.trove.ledger.VersionConflict;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Creates, changes, deletes and relates entities, each by an event that could as well have been appended. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Changing {

    /** How often somebody else may have been quicker. */
    private static final int TRIES_MAX = 50;

    private static final int REASON_LENGTH_MAX = 2_000;

    @Inject
    private Entities entities;

    @Inject
    private Appender appender;

    /** Who asks, what they see, what they saw of the entity when they decided ({@code If-Match}), and the request's key. */
    public record By(Sight sight, Caller caller, Optional<String> seen, Optional<String> key) {}

    /** What came of it: the receipt where there was anything to change, and the entity as it is then, where the caller sees it. */
    public record Changed(Optional<Receipt> receipt, Optional<Look> look) {}

    /** A new entity with this data; with what was seen of it, one that was there before. */
    public Changed create(By by, EntityId entity, Json data) {
        Draft draft =
                draft(entity, Lifecycle.CREATED, Map.of(Lifecycle.ENTITY_TYPE, entity.type(), Lifecycle.DATA, data));
        return by.seen().isEmpty()
                ? changed(
                        by,
                        entity,
                        Append.of(draft)
                                .expecting(List.of(Expected.none(entity.type(), entity.id())))
                                .seeing(by.sight().extent()))
                : change(by, new Asked("create", entity, data, draft), look -> Optional.of(draft));
    }

    /** Changes its data as a merge patch says (RFC 7396); the event has the top-level members that change, and no other. */
    public Changed patch(By by, EntityId entity, Json patch) {
        if (!patch.isObject()) {
            throw new Invalid("", patch.toString(), "an object: a merge patch of the entity's data");
        }
        return change(
                by,
                new Asked("patch", entity, patch, update(entity, Map.of(), Map.of())),
                look -> updated(entity, look.state().data(), patch));
    }

    private static Optional<Draft> updated(EntityId entity, Json now, Json patch) {
        Json then = MergePatch.applied(now, patch);
        var previous = new LinkedHashMap<String, Object>();
        var changed = new LinkedHashMap<String, Object>();
        now.members().forEach((name, value) -> {
            if (!then.member(name).filter(value::equals).isPresent()) {
                previous.put(name, value);
            }
        });
        then.members().forEach((name, value) -> {
            if (!now.member(name).filter(value::equals).isPresent()) {
                changed.put(name, value);
            }
        });
        if (previous.isEmpty() && changed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(update(entity, previous, changed));
    }

    private static Draft update(EntityId entity, Map<String, ?> previous, Map<String, ?> changed) {
        return draft(
                entity,
                Lifecycle.UPDATED,
                Map.of(
                        Lifecycle.ENTITY_TYPE, entity.type(),
                        Lifecycle.PREVIOUS, previous,
                        Lifecycle.NEW, changed));
    }

    /** Marks it as deleted. */
    public Changed delete(By by, EntityId entity) {
        Draft draft = draft(entity, Lifecycle.DELETED, Map.of(Lifecycle.ENTITY_TYPE, entity.type()));
        return change(by, new Asked("delete", entity, Json.nul(), draft), look -> Optional.of(draft));
    }

    /** Relates it to another entity, or no longer; both then have the relation, and the first the event. */
    public Changed relate(By by, EntityId entity, Relation relation, boolean links) {
        Draft draft = Draft.of(Json.object(Map.of(
                "type", links ? Named.LINKED : Named.UNLINKED,
                "entity", entity.members(),
                "payload", relation.members())));
        return change(
                by,
                new Asked(links ? "relate" : "unrelate", entity, Json.object(relation.members()), draft),
                look -> look.state().relations().contains(relation) == links ? Optional.empty() : Optional.of(draft));
    }

    /** Leaves an event out of its state, the one that its fold fails at, and keeps why. */
    public Changed skip(By by, EntityId entity, long position, String reason) {
        if (reason.isBlank() || reason.length() > REASON_LENGTH_MAX) {
            throw new Invalid("/reason", reason.length() + " characters", "1 to " + REASON_LENGTH_MAX);
        }
        Optional<Parked> parked = entities.look(by.sight(), entity).parked();
        if (parked.filter(it -> it.position() == position).isEmpty()) {
            throw new NotParked(entity, " at position " + position);
        }
        return byTrove(by, entity, Parked.skip(entity, by.caller(), position, reason));
    }

    /** Has an entity that is parked folded again, which may help when a fold was mended. */
    public Changed retry(By by, EntityId entity) {
        if (entities.look(by.sight(), entity).parked().isEmpty()) {
            throw new NotParked(entity, "");
        }
        return byTrove(by, entity, Parked.retry(entity, by.caller()));
    }

    private Changed byTrove(By by, EntityId entity, Draft draft) {
        Receipt receipt = appender.append(by.sight().ledger(), Caller.trove(), Append.of(draft))
                .get(0);
        return new Changed(Optional.of(receipt), entities.find(by.sight(), entity, Moment.now(), Optional.empty()));
    }

    /**
     * What is asked of an entity, whatever it is then.
     *
     * @param like an event as may come of it: of the same type, with another payload
     */
    private record Asked(String what, EntityId entity, Json with, Draft like) {

        boolean alsoDeleted() {
            return what.equals("create");
        }

        /** The request of this event, which under a key stands for what was asked and not for what came of it. */
        Append request(By by, Draft draft) {
            var members = new LinkedHashMap<String, Object>();
            members.put("change", what);
            members.put("entity", entity.members());
            members.put("with", with);
            by.seen().ifPresent(seen -> members.put("seen", seen));
            return Append.of(draft)
                    .asked(Json.object(members))
                    .withKey(by.key())
                    .seeing(by.sight().extent());
        }
    }

    /** Decides by the state, and again by a newer one when somebody was quicker and nothing was said of what was seen. */
    private Changed change(By by, Asked asked, Function<Look, Optional<Draft>> decision) {
        EntityId entity = asked.entity();
        if (by.key().isPresent()) {
            Optional<List<Receipt>> before =
                    appender.again(by.sight().ledger(), by.caller(), asked.request(by, asked.like()));
            if (before.isPresent()) {
                return told(by, entity, before.get().get(0));
            }
        }
        for (int tries = 1; ; tries++) {
            Look look = entities.look(by.sight(), entity);
            look.parked().ifPresent(parked -> {
                throw new EntityParked(entity, parked);
            });
            by.seen().filter(seen -> !isSeen(seen, look)).ifPresent(seen -> {
                throw new EntityMoved(entity, seen, look.tag());
            });
            if (look.isDeleted() && !asked.alsoDeleted()) {
                throw EntityUnknown.deleted(entity);
            }
            Optional<Draft> draft = decision.apply(look);
            if (draft.isEmpty()) {
                return new Changed(Optional.empty(), Optional.of(look));
            }
            var expected =
                    Expected.version(entity.type(), entity.id(), look.state().version());
            try {
                return changed(by, entity, asked.request(by, draft.get()).expecting(List.of(expected)));
            } catch (VersionConflict quicker) {
                if (tries == TRIES_MAX) {
                    throw quicker;
                }
            }
        }
    }

    private Changed changed(By by, EntityId entity, Append append) {
        Receipt receipt = appender.append(by.sight().ledger(), by.caller(), append.withKey(by.key()))
                .get(0);
        return told(by, entity, receipt);
    }

    /** The entity as its event left it, whatever came since: so the same request has the same answer whenever it is sent. */
    private Changed told(By by, EntityId entity, Receipt receipt) {
        return new Changed(
                Optional.of(receipt),
                entities.find(by.sight(), entity, new Moment.AtPosition(receipt.position()), Optional.empty()));
    }

    private static boolean isSeen(String seen, Look look) {
        for (String each : seen.split(",", -1)) {
            if (each.strip().equals("*") || each.strip().equals(look.tag())) {
                return true;
            }
        }
        return false;
    }

    private static Draft draft(EntityId entity, String what, Map<String, ?> payload) {
        return Draft.of(
                Json.object(Map.of("type", entity.type() + what, "entity", entity.members(), "payload", payload)));
    }
}
