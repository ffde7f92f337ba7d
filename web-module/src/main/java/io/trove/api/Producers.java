package io.trove.api;

import io.trove.access.Sight;
import io.trove.entities.Entities;
import io.trove.entities.EntityId;
import io.trove.entities.Moment;
import io.trove.event.Json;
import io.trove.query.EventUnknown;
import io.trove.query.Query;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalInt;

/** The fields of the entity that produced an event, where the event names a target by them alone. */
@ApplicationScoped
public class Producers {
    @Inject
    private Entities entities;

    @Inject
    private Query query;

    /** As far as they may be seen; nothing when the event's cause names no entity that is there. */
    Optional<Json> fields(Sight sight, Json event) {
        var type = event.at("/cause/entity/type").flatMap(Json::text);
        var id = event.at("/cause/entity/id")
                .or(() -> event.at("/cause/entity/systemId")
                        .flatMap(Json::text)
                        .flatMap(first -> begunBy(sight, first, type)))
                .flatMap(Json::text);
        if (type.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        return entities.find(sight, new EntityId(type.get(), id.get()), Moment.now(), Optional.empty())
                .map(look -> look.state().data());
    }

    /** The entity of this type whose first event this is: its id is what a system calls it by. */
    private Optional<Json> begunBy(Sight sight, String event, Optional<String> type) {
        try {
            var first = Json.parse(query.find(sight, event, OptionalInt.of(1)).document());
            var isBeginning = first.at("/entity/version").equals(Optional.of(Json.of(1)))
                    && first.at("/entity/type").flatMap(Json::text).equals(type);
            return isBeginning ? first.at("/entity/id") : Optional.empty();
        } catch (EventUnknown nobody) {
            return Optional.empty();
        }
    }
}
