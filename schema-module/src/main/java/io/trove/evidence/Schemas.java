package io.trove.evidence;

import io.trove.event.Json;
import io.trove.event.Malformed;
import io.trove.event.SchemaId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks the schemas of a file against what registered them. What is shown is which schema an event claims and that this is
 * the one that the ledger registered under that name before; that the event conforms to it was checked when it was appended,
 * and anyone can check it again with both in hand.
 */
final class Schemas {

    private static final String REGISTERED = "schema.registered";

    private final Map<Long, Disclosed> registrations = new HashMap<>();
    private final Findings findings;

    Schemas(List<Disclosed> registrations, Findings findings) {
        registrations.forEach(event -> this.registrations.put(event.position(), event));
        this.findings = findings;
    }

    /** Checks those of the file, whose events claim these, each first at that position. */
    void check(List<ClaimedSchema> schemas, Map<SchemaId, Long> claimed) {
        Set<SchemaId> named = schemas.stream().map(ClaimedSchema::schema).collect(Collectors.toSet());
        if (!named.equals(claimed.keySet())) {
            findings.fail("The schema versions of the file are not those that its events claim: " + schemas + " and "
                    + claimed.keySet());
        }
        schemas.forEach(schema -> check(schema, claimed.getOrDefault(schema.schema(), Long.MAX_VALUE)));
    }

    private void check(ClaimedSchema schema, long claimedAt) {
        if (schema.registeredAt().isPresent()) {
            checkRegistered(schema, schema.registeredAt().getAsLong(), claimedAt);
        } else if (schema.shipped().isPresent()) {
            findings.hold("The schema %s comes with Trove, and no event registered it".formatted(schema));
        } else {
            findings.hold("The schema %s is claimed, and the file does not carry it".formatted(schema));
        }
    }

    private void checkRegistered(ClaimedSchema schema, long position, long claimedAt) {
        Optional<Json> payload = payload(Optional.ofNullable(registrations.get(position)));
        Optional<SchemaId> registered = payload.map(json -> new SchemaId(text(json, "id"), text(json, "version")));
        if (!registered.equals(Optional.of(schema.schema()))
                || payload.flatMap(json -> json.member("schema")).isEmpty()) {
            findings.fail("The event at %d is not what registered the schema %s".formatted(position, schema));
        } else if (position >= claimedAt) {
            findings.fail("The schema %s was registered at %d, behind the event at %d that claims it"
                    .formatted(schema, position, claimedAt));
        } else {
            findings.hold("The schema %s is the one that the event at %d registered".formatted(schema, position));
        }
    }

    private static Optional<Json> payload(Optional<Disclosed> registration) {
        try {
            return registration
                    .filter(event -> Json.parse(event.record())
                            .member("type")
                            .flatMap(Json::text)
                            .equals(Optional.of(REGISTERED)))
                    .map(event -> event.members().get("payload"))
                    .map(opening -> Json.parse(opening.bytes()));
        } catch (Malformed foundElsewhere) {
            return Optional.empty();
        }
    }

    private static String text(Json payload, String name) {
        return payload.member(name).flatMap(Json::text).orElse("");
    }
}
