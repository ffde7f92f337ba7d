package io.trove.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HandoverTest {

    private static final String ROTATED = "ledger.key.rotated";

    private final SampleLedger ledger = SampleLedger.with(20);
    private final TrustedKey first = ledger.trusted();

    @Test
    void whoever_trusts_the_first_key_is_led_to_the_newest() {
        Handover one = ledger.rotate(ROTATED);
        Handover two = ledger.rotate(ROTATED);
        Verdict verdict = check(first, 22, one, two);
        assertEquals(List.of(), verdict.failures());
        assertTrue(verdict.holding().toString().contains("handed over to " + ledger.trusted()), verdict::toString);
    }

    @Test
    void whoever_trusts_the_newest_key_needs_no_handover_and_is_told_that_none_leads_from_it() {
        Handover one = ledger.rotate(ROTATED);
        Verdict verdict = check(ledger.trusted(), 21, one);
        assertEquals(List.of(), verdict.failures());
        assertEquals(List.of("handovers"), verdict.unchecked());
        assertEquals(List.of(), check(ledger.trusted(), 21).failures());
        assertEquals(List.of(), check(ledger.trusted(), 21).unchecked());
        assertEquals(List.of(), check(first, 21, one).unchecked());
    }

    @Test
    void what_a_handover_says_must_hold_also_for_whoever_needs_none() {
        Handover one = ledger.rotate(ROTATED);
        TrustedKey newest = ledger.trusted();
        Checkpoint signed = Checkpoint.of(one.note());
        SignedNote changed =
                SignedNote.parse(one.note().print().replace(signed.origin() + "\n21\n", signed.origin() + "\n22\n"));
        fails("is signed by none of the keys", check(newest, 21, new Handover(changed, one.event(), one.proof())));
        fails("do not belong together", check(newest, 21, new Handover(one.note(), one.event(), List.of())));
        fails(
                "is signed by none of the keys",
                check(newest, 21, SampleLedger.with(20).rotate(ROTATED)));
        fails("is not by which the tree", check(newest, 22, ledger.rotate("key.rotated")));
    }

    @Test
    void a_handover_of_a_stranger_leads_to_a_key_that_the_file_names() {
        Handover one = ledger.rotate(ROTATED);
        Evidence evidence = ledger.evidence(21, 7L);
        List<NoteKey> without = evidence.keys().subList(0, 1);
        fails(
                "which the file does not name",
                Verifier.trusting(ledger.trusted()).check(with(evidence, without, one)));
    }

    @Test
    void an_older_checkpoint_of_the_first_key_is_grown_from_under_the_newest() {
        SignedNote then = ledger.checkpoint(17);
        Handover one = ledger.rotate(ROTATED);
        Verifier verifier = Verifier.trusting(first).grownFrom(then);
        assertEquals(List.of(), verifier.check(with(ledger.grown(17, 21), one)).failures());
    }

    @Test
    void without_the_handover_the_newest_key_is_a_stranger() {
        ledger.rotate(ROTATED);
        fails("is not signed by a key that was given", check(first, 21));
    }

    @Test
    void a_handover_by_a_stranger_leads_nowhere() {
        Handover elsewhere = SampleLedger.with(20).rotate(ROTATED);
        ledger.rotate(ROTATED);
        fails("is not signed by a key that was given", check(first, 21, elsewhere));
    }

    @Test
    void an_event_that_is_no_rotation_hands_over_nothing() {
        fails("is not by which the tree of 21 is handed over", check(first, 21, ledger.rotate("key.rotated")));
    }

    @Test
    void a_handover_to_another_key_than_the_event_names_is_found() {
        Handover one = ledger.rotate(ROTATED);
        var payload = one.event().members().get("payload");
        byte[] other = payload.bytes().clone();
        other[20] ^= 1;
        var changed = new Disclosed(
                20, one.event().record(), Map.of("payload", new Disclosed.Opening(other, payload.salt())));
        fails(
                "The member \"payload\" of the event at 20 is not what its record commits to",
                check(first, 21, new Handover(one.note(), changed, one.proof())));
    }

    @Test
    void a_handover_that_its_checkpoint_does_not_end_with_is_refused() {
        Handover one = ledger.rotate(ROTATED);
        var moved = new Disclosed(19, one.event().record(), one.event().members());
        fails("hand", check(first, 21, new Handover(one.note(), moved, one.proof())));
        fails("do not belong together", check(first, 21, new Handover(one.note(), one.event(), List.of())));
    }

    private Verdict check(TrustedKey key, int size, Handover... handovers) {
        return Verifier.trusting(key).check(with(ledger.evidence(size, 7L), handovers));
    }

    private static byte[] with(Evidence evidence, Handover... handovers) {
        return with(evidence, evidence.keys(), handovers);
    }

    private static byte[] with(Evidence evidence, List<NoteKey> keys, Handover... handovers) {
        return new Evidence(
                        evidence.note(),
                        keys,
                        List.of(handovers),
                        evidence.events(),
                        evidence.schemas(),
                        evidence.registrations(),
                        evidence.proof(),
                        evidence.growth())
                .write();
    }

    private static void fails(String with, Verdict verdict) {
        assertTrue(verdict.failures().stream().anyMatch(sentence -> sentence.contains(with)), verdict::toString);
    }
}
