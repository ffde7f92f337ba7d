package io.trove.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.SchemaId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemasTest {

    private static final SchemaId CLAIMED = new SchemaId("report.filed", "1.0");

    private final SampleLedger ledger = SampleLedger.with(9);

    @Test
    void a_schema_is_the_one_that_an_event_before_registered() {
        long registered = register("1.0");
        Verdict verdict = check(file(registered, ClaimedSchema.registered(CLAIMED, registered)));
        assertEquals(List.of(), verdict.failures());
        assertTrue(
                verdict.holding().contains("The schema report.filed 1.0 is the one that the event at 9 registered."),
                verdict::toString);
    }

    @Test
    void what_comes_with_trove_and_what_is_only_named_is_said_to() {
        long any = register("1.0");
        byte[] schema = "{\"type\":\"object\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Verdict shipped = check(file(any, ClaimedSchema.shipped(CLAIMED, schema)));
        assertTrue(shipped.holding().toString().contains("comes with Trove"), shipped::toString);
        Verdict named = check(file(any, ClaimedSchema.named(CLAIMED)));
        assertTrue(named.holding().toString().contains("the file does not carry it"), named::toString);
    }

    @Test
    void another_version_s_registration_is_refused() {
        long registered = register("2.0");
        fails("The event at 9 is not what registered the schema report.filed 1.0", registered);
    }

    @Test
    void an_event_that_registers_nothing_is_refused() {
        long other = ledger.append(Map.of("type", "schema.noted", "payload", payload("1.0")));
        fails("The event at 9 is not what registered the schema report.filed 1.0", other);
    }

    @Test
    void a_registration_behind_the_claim_is_refused() {
        long claiming = claim();
        long registered = register("1.0");
        Verdict verdict = check(file(claiming, registered, ClaimedSchema.registered(CLAIMED, registered)));
        assertTrue(verdict.failures().toString().contains("behind the event at 9"), verdict::toString);
    }

    @Test
    void a_registration_that_was_changed_is_found() {
        long registered = register("1.0");
        Evidence file = file(registered, ClaimedSchema.registered(CLAIMED, registered));
        var registration = file.registrations().get(0);
        var payload = registration.members().get("payload");
        byte[] other = payload.bytes().clone();
        other[other.length - 4] ^= 1;
        var changed = new Disclosed(
                registered, registration.record(), Map.of("payload", new Disclosed.Opening(other, payload.salt())));
        Verdict verdict = check(with(file, changed));
        assertTrue(
                verdict.failures()
                        .contains("The member \"payload\" of the event at 9 is not what its record commits to."),
                verdict::toString);
    }

    @Test
    void a_registration_of_another_ledger_is_found() {
        long registered = register("1.0");
        Evidence file = file(registered, ClaimedSchema.registered(CLAIMED, registered));
        SampleLedger other = SampleLedger.with(12);
        Verdict verdict =
                check(with(file, new Disclosed(registered, other.disclosed(11).record(), Map.of())));
        assertTrue(verdict.failures().toString().contains("do not belong together"), verdict::toString);
    }

    private void fails(String sentence, long registered) {
        Verdict verdict = check(file(registered, ClaimedSchema.registered(CLAIMED, registered)));
        assertTrue(verdict.failures().contains(sentence + "."), verdict::toString);
    }

    private long register(String version) {
        return ledger.append(Map.of("type", "schema.registered", "payload", payload(version)));
    }

    private static Map<String, ?> payload(String version) {
        return Map.of("id", CLAIMED.id(), "version", version, "schema", Map.of("type", "object"), "status", "enabled");
    }

    private long claim() {
        return ledger.append(Map.of(
                "type", "report.filed",
                "payload", "first",
                "schema", Map.of("id", CLAIMED.id(), "version", CLAIMED.version())));
    }

    private Evidence file(long registered, ClaimedSchema schema) {
        return file(claim(), registered, schema);
    }

    private Evidence file(long claiming, long registered, ClaimedSchema schema) {
        Evidence of = ledger.evidence((int) Math.max(claiming, registered) + 1, claiming, registered);
        boolean carried = schema.registeredAt().isPresent();
        return new Evidence(
                of.note(),
                of.keys(),
                List.of(),
                List.of(ledger.disclosed(claiming)),
                List.of(schema),
                carried ? List.of(ledger.disclosed(registered)) : List.of(),
                carried
                        ? of.proof()
                        : ledger.evidence((int) claiming + 1, claiming).proof(),
                of.growth());
    }

    private static Evidence with(Evidence file, Disclosed registration) {
        return new Evidence(
                file.note(),
                file.keys(),
                file.handovers(),
                file.events(),
                file.schemas(),
                List.of(registration),
                file.proof(),
                file.growth());
    }

    private Verdict check(Evidence file) {
        return Verifier.trusting(ledger.trusted()).check(file.write());
    }
}
