package io.trove.api;

import io.trove.access.Sight;
import io.trove.entities.Entities;
import io.trove.entities.EntityId;
import io.trove.entities.Moment;
import io.trove.event.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The fields of the entity that produced an event, where the event names a target by them alone. */
@ApplicationScoped
public class Producers {
    @Inject
    private Entities entities;

    /** As far as they may be seen; nothing when the event's cause names no entity that is there. */
    Optional<Json> fields(Sight sight, Json event) {
        var type = event.at("/cause/entity/type").flatMap(Json::text);
        var id = event.at("/cause/entity/id").flatMap(Json::text);
        if (type.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        return entities.find(sight, new EntityId(type.get(), id.get()), Moment.now(), Optional.empty())
                .map(look -> look.state().data());
    }
}
