package io.trove.api;

import io.trove.entities.Changing;
import io.trove.entities.Look;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who changes an entity, and what is answered then: the entity as its event left it, and where its event is. */
final class EntityChanges {
    private EntityChanges() {}

    static Changing.By by(Visits.Visit visit, String ifMatch) {
        return new Changing.By(visit.sight(), visit.caller(), Optional.ofNullable(ifMatch), Optional.empty());
    }

    /** The same under an Idempotency-Key, which may be null. */
    static Changing.By by(Visits.Visit visit, String ifMatch, String key) {
        return new Changing.By(visit.sight(), visit.caller(), Optional.ofNullable(ifMatch), Keys.of(key));
    }

    /** Where there was nothing to change, nothing was recorded, and the status is 200. */
    static Response answer(Visits.Visit visit, Changing.Changed changed, Response.Status status) {
        Map<String, Object> members = changed.look().map(Look::members).orElseGet(LinkedHashMap::new);
        var answer = Response.status(changed.receipt().isPresent() ? status : Response.Status.OK);
        changed.receipt().ifPresent(receipt -> {
            members.put("event", Receipts.object(receipt));
            answer.header(HttpHeaders.LOCATION, Paths.event(visit.ledger().name(), receipt.id()));
            Receipts.tellReplay(receipt.replay(), answer);
        });
        answer.type(Wanted.JSON).entity(JsonText.of(members));
        return changed.look().map(look -> EntityResource.tagged(look, answer)).orElseGet(answer::build);
    }
}
