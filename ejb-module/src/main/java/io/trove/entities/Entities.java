package io.trove.entities;

import io.trove.access.Sight;
import io.trove.filter.Tables;
import io.trove.ledger.Ledgers;
import io.trove.ledger.Store;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tells what entities are and were, as far as a sight goes. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Entities {

    @Inject
    private Ledgers ledgers;

    @Inject
    private Store store;

    @Inject
    private Replays replays;

    /** What an entity is at a moment, by the folds of this name or those that are used by default. */
    public Look look(Sight sight, EntityId entity, Moment moment, Optional<String> as) {
        return find(sight, entity, moment, as)
                .orElseThrow(
                        () -> moment.equals(Moment.now()) ? EntityUnknown.now(entity) : EntityUnknown.then(entity));
    }

    /** The same, if there is anything to be seen of it then. */
    public Optional<Look> find(Sight sight, EntityId entity, Moment moment, Optional<String> as) {
        long head = ledgers.head(sight.ledger()).size();
        return store.with(
                sight.ledger(),
                tables -> look(replays.of(tables, sight, as), entity, bound(tables, moment, head))
                        .filter(look -> reaches(look, moment)));
    }

    /** What it is now. */
    public Look look(Sight sight, EntityId entity) {
        return look(sight, entity, Moment.now(), Optional.empty());
    }

    /** What makes of an entity at one moment the entity at another, as a JSON Patch. */
    public Map<String, Object> difference(Sight sight, EntityId entity, Moment from, Moment to) {
        Look before = look(sight, entity, from, Optional.empty());
        Look after = look(sight, entity, to, Optional.empty());
        var members = new LinkedHashMap<String, Object>();
        members.put("entity", entity.members());
        members.put("from", end(before));
        members.put("to", end(after));
        members.put(
                "changes",
                JsonPatch.between(before.state().compared(), after.state().compared()));
        return members;
    }

    private static Map<String, Object> end(Look look) {
        return Map.of(
                "version", look.state().version(), "position", look.state().position());
    }

    static Optional<Look> look(Replay replay, EntityId entity, Bound bound) throws SQLException {
        if (!Named.isName(entity)) {
            return Optional.empty();
        }
        Replay.Folded folded = replay.to(entity, bound);
        if (!folded.state().isThere() && folded.parked().isEmpty()) {
            return Optional.empty();
        }
        long asOf = bound.version() == Long.MAX_VALUE
                ? bound.ceiling() - 1
                : folded.state().position();
        Bound then = Bound.below(asOf + 1).createdUntil(bound.createdMicros());
        var kinship = new Kinship(kin -> Optional.of(replay.to(kin, then).state()));
        return Optional.of(new Look(folded.state(), asOf, folded.parked(), kinship.deletedWith(folded.state())));
    }

    static Bound bound(Tables tables, Moment moment, long head) throws SQLException {
        if (moment instanceof Moment.AtPosition at) {
            return Bound.below(Math.min(at.position(), head - 1) + 1);
        }
        if (moment instanceof Moment.AtTime at) {
            return Bound.below(tables.firstRecorded(at.micros() + 1, head));
        }
        if (moment instanceof Moment.AtVersion at) {
            return Bound.below(head).ofVersion(at.version());
        }
        return moment instanceof Moment.AtCreated at ? Bound.below(head).createdUntil(at.micros()) : Bound.below(head);
    }

    /** A version that is not there yet is no moment; one where the fold stopped before it is. */
    private static boolean reaches(Look look, Moment moment) {
        return !(moment instanceof Moment.AtVersion at)
                || look.state().version() == at.version()
                || look.parked().isPresent();
    }
}
