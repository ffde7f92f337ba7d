package io.trove.evidence;

import io.trove.event.Records;
import io.trove.merkle.MultiProof;
import io.trove.merkle.ProofInvalid;
import io.trove.merkle.Proofs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Checks evidence without a server. It knows whom to trust from its caller alone:
 *
 * <pre>{@code
 * Verdict verdict = Verifier.trusting(TrustedKey.parse("trove.example/5f0c…+1a2b3c4d+AQ…")).check(bytes);
 * if (!verdict.holds()) { verdict.failures().forEach(System.err::println); }
 * }</pre>
 */
public final class Verifier {

    private final List<TrustedKey> keys;
    private final List<NoteKey> witnesses;
    private final Optional<SignedNote> older;

    private Verifier(List<TrustedKey> keys, List<NoteKey> witnesses, Optional<SignedNote> older) {
        this.keys = List.copyOf(keys);
        this.witnesses = List.copyOf(witnesses);
        this.older = older;
    }

    /** A verifier that accepts checkpoints which one of these keys signed. */
    public static Verifier trusting(TrustedKey... keys) {
        return new Verifier(List.of(keys), List.of(), Optional.empty());
    }

    /** A verifier that also demands the cosignature of each of these witnesses. */
    public Verifier witnessedBy(NoteKey... all) {
        return new Verifier(keys, List.of(all), older);
    }

    /** A verifier that also demands the proof that the ledger only grew since this checkpoint was signed. */
    public Verifier grownFrom(SignedNote checkpoint) {
        return new Verifier(keys, witnesses, Optional.of(checkpoint));
    }

    /** Checks a file of evidence, or a C2SP {@code tlog-proof} of one event. */
    public Verdict check(byte[] file) {
        var findings = new Findings();
        try {
            String beginning = new String(file, StandardCharsets.UTF_8);
            if (beginning.startsWith(TlogProof.HEADER)) {
                check(TlogProof.parse(beginning), findings);
            } else {
                check(Evidence.read(file), findings);
            }
        } catch (EvidenceInvalid notEvidence) {
            findings.fail(notEvidence.getMessage());
        }
        return findings.verdict();
    }

    private void check(Evidence evidence, Findings findings) {
        var trust = Trust.of(keys, evidence.handovers(), evidence.keys(), findings);
        Optional<Checkpoint> signed = signed(evidence.note(), trust, findings);
        if (signed.isEmpty()) {
            return;
        }
        Checkpoint checkpoint = signed.get();
        var leaves = new TreeMap<Long, byte[]>();
        var claims = new Claims(checkpoint.origin(), findings);
        for (Disclosed event : evidence.events()) {
            if (leaves.put(event.position(), leaf(event.record())) != null) {
                findings.fail("The event at %d is in the file twice".formatted(event.position()));
            }
            claims.check(event);
        }
        new Schemas(evidence.registrations(), findings).check(evidence.schemas(), claims.schemas());
        for (Disclosed registration : evidence.registrations()) {
            new Claims(checkpoint.origin(), findings).check(registration);
            leaves.merge(registration.position(), leaf(registration.record()), Verifier::same);
        }
        if (!leaves.isEmpty()) {
            findings.prove(
                    "The %d event%s at %s %s in the tree of %d"
                            .formatted(
                                    leaves.size(),
                                    leaves.size() == 1 ? "" : "s",
                                    positions(leaves),
                                    leaves.size() == 1 ? "is" : "are",
                                    checkpoint.size()),
                    "The record%s at %s, the proof and the checkpoint's root do not belong together"
                            .formatted(leaves.size() == 1 ? "" : "s", positions(leaves)),
                    () -> MultiProof.check(leaves, checkpoint.size(), evidence.proof(), checkpoint.root()));
        } else if (!evidence.proof().isEmpty()) {
            findings.fail("The file has a proof, but no event");
        }
        checkGrowth(checkpoint, evidence.growth(), trust, findings);
    }

    private void check(TlogProof proof, Findings findings) {
        var trust = Trust.of(keys, List.of(), List.of(), findings);
        Optional<Checkpoint> signed = signed(proof.note(), trust, findings);
        if (signed.isEmpty()) {
            return;
        }
        Checkpoint checkpoint = signed.get();
        new Claims(checkpoint.origin(), findings).check(new Disclosed(proof.index(), proof.extra(), Map.of()));
        findings.prove(
                "The event at %d is in the tree of %d".formatted(proof.index(), checkpoint.size()),
                "The record at %d, the proof and the checkpoint's root do not belong together".formatted(proof.index()),
                () -> Proofs.inclusion(
                        proof.index(), checkpoint.size(), leaf(proof.extra()), proof.proof(), checkpoint.root()));
        checkGrowth(checkpoint, Optional.empty(), trust, findings);
    }

    private Optional<Checkpoint> signed(SignedNote note, Trust trust, Findings findings) {
        Checkpoint checkpoint = Checkpoint.of(note);
        Optional<TrustedKey> signer = trust.signer(note);
        if (signer.isEmpty()) {
            findings.fail("The checkpoint of %s is not signed by a key that was given".formatted(checkpoint.origin()));
            return Optional.empty();
        }
        findings.hold("The checkpoint of %s with %d events is signed by %s"
                .formatted(checkpoint.origin(), checkpoint.size(), signer.get()));
        for (NoteKey witness : witnesses) {
            if (note.cosignedAt(witness).isPresent()) {
                findings.hold("The checkpoint was seen by the witness " + witness.name());
            } else {
                findings.fail("The checkpoint is not cosigned by the witness " + witness.name());
            }
        }
        return Optional.of(checkpoint);
    }

    private void checkGrowth(Checkpoint now, Optional<Evidence.Growth> growth, Trust trust, Findings findings) {
        growth.filter(grown ->
                        older.stream().noneMatch(then -> Checkpoint.of(then).size() == grown.from()))
                .ifPresent(grown -> checkAlone(grown, now, findings));
        if (older.isEmpty()) {
            return;
        }
        Checkpoint then = Checkpoint.of(older.get());
        if (trust.signer(older.get()).isEmpty()) {
            findings.fail("The older checkpoint of %s is not signed by a key that was given".formatted(then.origin()));
        } else if (!then.origin().equals(now.origin())) {
            findings.fail("The older checkpoint is of %s, not of %s".formatted(then.origin(), now.origin()));
        } else if (then.size() > now.size()) {
            findings.fail("The older checkpoint has %d events and the newer one %d: events are missing"
                    .formatted(then.size(), now.size()));
        } else if (isUnproven(then, now, growth)) {
            findings.fail(
                    "The file does not show that the ledger of %d events begins with the %d that it had: ask for evidence with from=%d"
                            .formatted(now.size(), then.size(), then.size()));
        } else {
            findings.prove(
                    "The ledger only grew from %d events to %d".formatted(then.size(), now.size()),
                    "The ledger of %d events does not begin with the %d that it had".formatted(now.size(), then.size()),
                    () -> grew(then, now, growth));
        }
    }

    /** Without the checkpoint that it is from. */
    private static void checkAlone(Evidence.Growth grown, Checkpoint now, Findings findings) {
        try {
            if (Proofs.growth(grown.from(), now.size(), grown.proof(), now.root())) {
                findings.hold("The growth from %d events leads to the tree of %d".formatted(grown.from(), now.size()));
            } else {
                findings.leave("growth");
            }
        } catch (ProofInvalid invalid) {
            findings.fail("The growth from %d events does not lead to the tree of %d: %s"
                    .formatted(grown.from(), now.size(), invalid.getMessage()));
        }
    }

    private static boolean isUnproven(Checkpoint then, Checkpoint now, Optional<Evidence.Growth> growth) {
        return then.size() != now.size()
                && (then.size() > 0 || growth.isPresent())
                && growth.stream().noneMatch(grown -> grown.from() == then.size());
    }

    private static void grew(Checkpoint then, Checkpoint now, Optional<Evidence.Growth> growth) {
        if (then.size() == 0 && growth.isEmpty()) {
            return;
        }
        List<byte[]> proof = growth.filter(grown -> grown.from() == then.size())
                .map(Evidence.Growth::proof)
                .orElse(List.of());
        Proofs.consistency(then.size(), now.size(), proof, then.root(), now.root());
    }

    /** An event that registered a schema may be asked for too, and is then in the file twice, the same. */
    private static byte[] same(byte[] leaf, byte[] again) {
        return Arrays.equals(leaf, again) ? leaf : new byte[0];
    }

    private static byte[] leaf(byte[] record) {
        return Records.leaf(Records.digest(record));
    }

    private static String positions(Map<Long, byte[]> leaves) {
        var some = new ArrayList<String>();
        leaves.keySet().stream().limit(5).forEach(position -> some.add(Long.toString(position)));
        return String.join(", ", some) + (leaves.size() > some.size() ? ", …" : "");
    }
}
