package io.trove.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class VerifierTest {

    private final SampleLedger ledger = SampleLedger.with(40);
    private final Verifier verifier = Verifier.trusting(ledger.trusted());

    @Test
    void evidence_of_one_event_and_of_many_holds() {
        holds(verifier.check(ledger.evidence(40, 7L).write()));
        holds(verifier.check(ledger.evidence(39, 0L, 1L, 13L, 38L).write()));
        holds(Verifier.trusting(TrustedKey.parse(ledger.key().key().text()))
                .check(ledger.evidence(40, 7L).write()));
    }

    @Test
    void a_proof_for_other_tools_holds() {
        String proof = ledger.proof(40, 7).print();
        assertTrue(proof.startsWith("c2sp.org/tlog-proof@v1\nextra "));
        holds(verifier.check(proof.getBytes(StandardCharsets.UTF_8)));
        assertEquals(proof, TlogProof.parse(proof).print());
        fails("do not belong together", proof.replace("index 7", "index 8").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_member_that_was_changed_by_one_byte_is_named() {
        fails(
                "The member \"payload\" of the event at 7 is not what its record commits to.",
                changed(event -> new Disclosed(
                        7,
                        event.record(),
                        Map.of(
                                "payload",
                                new Disclosed.Opening(
                                        flipped(event.members().get("payload").bytes()),
                                        event.members().get("payload").salt())))));
    }

    @Test
    void a_salt_that_took_over_the_member_s_first_bytes_is_no_salt() {
        fails("The member \"payload\" of the event at 7 is not what its record commits to.", changed(event -> {
            byte[] bytes = event.members().get("payload").bytes();
            byte[] salt = event.members().get("payload").salt();
            byte[] longer = java.util.Arrays.copyOf(salt, salt.length + 1);
            longer[salt.length] = bytes[0];
            byte[] shorter = java.util.Arrays.copyOfRange(bytes, 1, bytes.length);
            return new Disclosed(7, event.record(), Map.of("payload", new Disclosed.Opening(shorter, longer)));
        }));
    }

    @Test
    void a_record_that_was_changed_or_moved_is_found() {
        fails("do not belong together", changed(event -> new Disclosed(8, event.record(), event.members())));
        fails("is not canonical JSON", changed(event -> new Disclosed(7, flipped(event.record()), event.members())));
        fails("by rules 2", changed(event -> new Disclosed(7, edited(event, "\"trove\":1", "\"trove\":2"), Map.of())));
        fails(
                "do not belong together",
                changed(event -> new Disclosed(7, edited(event, "doc-7", "doc-8"), event.members())));
        fails(
                "is of the ledger",
                changed(event -> new Disclosed(
                        7, edited(event, SampleLedger.UID, "ff" + SampleLedger.UID.substring(2)), Map.of())));
    }

    @Test
    void a_member_that_the_record_does_not_have_is_refused() {
        fails("has no private member \"message\"", changed(event -> {
            var members = new TreeMap<>(event.members());
            members.put("message", members.get("payload"));
            return new Disclosed(7, event.record(), members);
        }));
    }

    @Test
    void schemas_are_those_that_the_events_claim() {
        Evidence evidence = ledger.evidence(40, 7L);
        fails(
                "The schema versions of the file",
                new Evidence(
                                evidence.note(),
                                evidence.keys(),
                                List.of(),
                                evidence.events(),
                                List.of(),
                                List.of(),
                                evidence.proof(),
                                Optional.empty())
                        .write());
    }

    @Test
    void a_key_that_was_not_given_proves_nothing() {
        SampleLedger stranger = SampleLedger.with(40);
        assertEquals(
                List.of("The checkpoint of trove.test/" + SampleLedger.UID + " is not signed by a key that was given."),
                verifier.check(stranger.evidence(40, 7L).write()).failures());
        assertFalse(Verifier.trusting().check(ledger.evidence(40, 7L).write()).holds());
    }

    @Test
    void a_witness_that_is_demanded_must_have_seen_the_checkpoint() {
        Verifier witnessed = verifier.witnessedBy(ledger.witness());
        assertFalse(witnessed.check(ledger.evidence(40, 7L).write()).holds());
        Evidence seen = ledger.evidence(40, 7L);
        holds(witnessed.check(new Evidence(
                        ledger.cosigned(seen.note()),
                        seen.keys(),
                        List.of(),
                        seen.events(),
                        seen.schemas(),
                        List.of(),
                        seen.proof(),
                        Optional.empty())
                .write()));
    }

    @Test
    void a_ledger_that_only_grew_is_told_from_one_that_lost_or_changed_events() {
        holds(verifier.grownFrom(ledger.checkpoint(17))
                .check(ledger.grown(17, 40).write()));
        holds(verifier.grownFrom(ledger.checkpoint(40))
                .check(ledger.evidence(40, 7L).write()));
        Verdict lost = verifier.grownFrom(ledger.checkpoint(40))
                .check(ledger.evidence(30, 7L).write());
        assertTrue(lost.failures().get(0).contains("events are missing"), lost.failures()::toString);
        Verdict without = verifier.grownFrom(ledger.checkpoint(17))
                .check(ledger.evidence(40, 7L).write());
        assertTrue(without.failures().get(0).contains("ask for evidence with from=17"), without.failures()::toString);
        Evidence other = ledger.grown(18, 40);
        var mixed = new Evidence.Growth(17, other.growth().orElseThrow().proof());
        Verdict changed = verifier.grownFrom(ledger.checkpoint(17))
                .check(new Evidence(
                                other.note(),
                                other.keys(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                Optional.of(mixed))
                        .write());
        assertTrue(changed.failures().get(0).contains("does not begin with the 17"), changed.failures()::toString);
    }

    @Test
    void growth_is_checked_as_far_as_can_be_told_without_the_older_checkpoint() {
        for (int from : new int[] {17, 24, 39, 40}) {
            Verdict verdict = verifier.check(ledger.grown(from, 40).write());
            holds(verdict);
            assertEquals(List.of(), verdict.unchecked());
        }
        for (int power : new int[] {1, 16, 32}) {
            Verdict verdict = verifier.check(ledger.grown(power, 40).write());
            holds(verdict);
            assertEquals(List.of("growth"), verdict.unchecked());
        }
        byte[] grown = ledger.grown(17, 40).write();
        fails(
                "The growth from 18 events does not lead to the tree of 40",
                text(grown).replace("\"from\":17", "\"from\":18"));
        fails("The growth from 41 events", text(grown).replace("\"from\":17", "\"from\":41"));
        fails("The growth from 16 events", text(grown).replace("\"from\":17", "\"from\":16"));
        fails("The growth from 17 events", text(grown).replaceFirst("\"proof\":\\[\"...", "\"proof\":[\"AAA"));
    }

    @Test
    void what_this_version_does_not_know_is_refused() {
        byte[] file = ledger.evidence(40, 7L).write();
        fails("this verifier knows version 1", text(file).replace("\"evidence\":1", "\"evidence\":2"));
        fails("does not know", text(file).replace("\"evidence\":1", "\"evidence\":1,\"more\":2"));
        fails("has no member \"evidence\"", "{}");
        fails("nor any other JSON", "not json");
        fails("lacks a member \"proof\"", text(file).replaceAll(",\"proof\":\\[[^]]*\\]", ""));
    }

    private byte[] changed(UnaryOperator<Disclosed> change) {
        Evidence evidence = ledger.evidence(40, 7L);
        var events = new ArrayList<Disclosed>();
        evidence.events().forEach(event -> events.add(change.apply(event)));
        return new Evidence(
                        evidence.note(),
                        evidence.keys(),
                        List.of(),
                        events,
                        evidence.schemas(),
                        List.of(),
                        evidence.proof(),
                        Optional.empty())
                .write();
    }

    private static byte[] edited(Disclosed event, String what, String with) {
        String record = text(event.record());
        assertTrue(record.contains(what), record);
        return Json.parse(record.replace(what, with).getBytes(StandardCharsets.UTF_8))
                .canonical();
    }

    private static byte[] flipped(byte[] bytes) {
        byte[] changed = bytes.clone();
        changed[changed.length - 2] ^= 1;
        return changed;
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static void holds(Verdict verdict) {
        assertEquals(List.of(), verdict.failures());
        assertFalse(verdict.holding().isEmpty());
    }

    private void fails(String with, String file) {
        fails(with, file.getBytes(StandardCharsets.UTF_8));
    }

    private void fails(String with, byte[] file) {
        Verdict verdict = verifier.check(file);
        assertTrue(verdict.failures().stream().anyMatch(sentence -> sentence.contains(with)), verdict::toString);
    }
}
