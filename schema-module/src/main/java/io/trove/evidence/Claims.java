package io.trove.evidence;

import io.trove.event.Json;
import io.trove.event.Malformed;
import io.trove.event.Records;
import io.trove.event.SchemaId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Checks what a disclosed event says: that its record is one, and that its members are those it commits to. */
final class Claims {

    private static final int SALT_BYTES = 32;

    private final String origin;
    private final Findings findings;
    private final Map<SchemaId, Long> claimed = new HashMap<>();

    Claims(String origin, Findings findings) {
        this.origin = origin;
        this.findings = findings;
    }

    void check(Disclosed event) {
        Optional<Json> record = canonical(event.record());
        if (record.isEmpty() || !record.get().isObject()) {
            findings.fail("The record at %d is not canonical JSON".formatted(event.position()));
            return;
        }
        Optional<Json> rules = record.get().member("trove");
        if (!rules.equals(Optional.of(Json.of(Records.RULES)))) {
            findings.fail("The record at %d was made by rules %s, and this verifier knows rules %d: get a newer one"
                    .formatted(event.position(), rules.map(Json::toString).orElse("unknown"), Records.RULES));
            return;
        }
        Optional<String> uid = record.get().member("ledger").flatMap(Json::text);
        if (uid.isEmpty() || !Arrays.asList(origin.split("/")).contains(uid.get())) {
            findings.fail("The record at %d is of the ledger %s, and the checkpoint of %s"
                    .formatted(event.position(), uid.orElse("?"), origin));
        }
        record.get().member("schema").ifPresent(schema -> claim(schema, event.position()));
        event.members().forEach((name, opening) -> check(event.position(), record.get(), name, opening));
    }

    /** The schema versions that the events claim, each with the first position of one that does. */
    Map<SchemaId, Long> schemas() {
        return claimed;
    }

    private void claim(Json schema, long position) {
        Optional<String> id = schema.member("id").flatMap(Json::text);
        Optional<String> version = schema.member("version").flatMap(Json::text);
        if (id.isPresent() && version.isPresent()) {
            claimed.merge(new SchemaId(id.get(), version.get()), position, Math::min);
        }
    }

    private void check(long position, Json record, String name, Disclosed.Opening opening) {
        Optional<String> commitment =
                record.member("private").flatMap(all -> all.member(name)).flatMap(Json::text);
        if (commitment.isEmpty()) {
            findings.fail("The event at %d has no private member \"%s\"".formatted(position, name));
        } else if (opening.salt().length != SALT_BYTES
                || !Records.commitment(opening.salt(), opening.bytes()).equals(commitment.get())) {
            findings.fail(
                    "The member \"%s\" of the event at %d is not what its record commits to".formatted(name, position));
        } else if (canonical(opening.bytes()).isEmpty()) {
            findings.fail("The member \"%s\" of the event at %d is not canonical JSON".formatted(name, position));
        }
    }

    private static Optional<Json> canonical(byte[] bytes) {
        try {
            Json json = Json.parse(bytes);
            return Arrays.equals(json.canonical(), bytes) ? Optional.of(json) : Optional.empty();
        } catch (Malformed notJson) {
            return Optional.empty();
        }
    }
}
