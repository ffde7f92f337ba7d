package io.trove.integrity;

import io.trove.access.Sight;
import io.trove.event.Json;
import io.trove.event.SchemaId;
import io.trove.evidence.ClaimedSchema;
import io.trove.ledger.Ledger;
import io.trove.query.EventUnknown;
import io.trove.query.Found;
import io.trove.query.Query;
import io.trove.registry.Registered;
import io.trove.registry.Registry;
import io.trove.registry.SchemaUnknown;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The schemas that events claim, and the events that registered them. */
@ApplicationScoped
class SchemaClaims {

    @Inject
    private Registry registry;

    @Inject
    private Query query;

    /** Those of the events, each with where it comes from, as far as that may be seen. */
    List<ClaimedSchema> of(Sight sight, Collection<Found> events) {
        var firstAt = new LinkedHashMap<SchemaId, Long>();
        for (Found event : events) {
            Json.parse(event.document())
                    .member("schema")
                    .map(schema -> new SchemaId(text(schema, "id"), text(schema, "version")))
                    .ifPresent(schema -> firstAt.merge(schema, event.position(), Math::min));
        }
        return firstAt.entrySet().stream()
                .map(each -> claimed(sight, each.getKey(), each.getValue()))
                .toList();
    }

    /** The events that registered them, by position. */
    SortedMap<Long, Found> registrations(Sight sight, List<ClaimedSchema> schemas) {
        var registrations = new TreeMap<Long, Found>();
        schemas.forEach(schema -> schema.registeredAt()
                .ifPresent(position -> seen(sight, position).ifPresent(found -> registrations.put(position, found))));
        return registrations;
    }

    /** A version that was registered only behind an event that named it is not what that event conformed to. */
    private ClaimedSchema claimed(Sight sight, SchemaId schema, long firstAt) {
        Optional<Registered> registered = find(sight.ledger(), schema);
        if (registered.isEmpty()) {
            return ClaimedSchema.named(schema);
        }
        var position = registered.get().listed().position();
        if (position.isEmpty()) {
            return ClaimedSchema.shipped(
                    schema, registered.get().registration().schema().canonical());
        }
        return position.getAsLong() < firstAt
                        && seen(sight, position.getAsLong()).isPresent()
                ? ClaimedSchema.registered(schema, position.getAsLong())
                : ClaimedSchema.named(schema);
    }

    private Optional<Registered> find(Ledger ledger, SchemaId schema) {
        try {
            return Optional.of(registry.find(ledger, schema.id(), schema.version()));
        } catch (SchemaUnknown neverRegistered) {
            return Optional.empty();
        }
    }

    private Optional<Found> seen(Sight sight, long position) {
        try {
            return Optional.of(query.at(sight, position))
                    .filter(found -> !found.masked().contains("payload"));
        } catch (EventUnknown hidden) {
            return Optional.empty();
        }
    }

    private static String text(Json schema, String member) {
        return schema.member(member).flatMap(Json::text).orElse("");
    }
}
