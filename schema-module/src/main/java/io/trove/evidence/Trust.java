package io.trove.evidence;

import io.trove.event.Json;
import io.trove.event.Records;
import io.trove.merkle.ProofInvalid;
import io.trove.merkle.Proofs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whom a verifier trusts in one file: the keys that its caller named, and those that one of these handed over to. */
final class Trust {

    private static final String ROTATED = "ledger.key.rotated";

    private final List<TrustedKey> keys;

    private Trust(List<TrustedKey> named) {
        this.keys = new ArrayList<>(named);
    }

    /**
     * Those of the caller's keys, and behind them the successors of each. A handover must hold whoever signed it; one that
     * only a key signed which the file claims to be the ledger's leads to no trust, and that it is the ledger's is not known.
     */
    static Trust of(List<TrustedKey> named, List<Handover> handovers, List<NoteKey> claimed, Findings findings) {
        var trust = new Trust(named);
        List<TrustedKey> strangers = claimed.stream()
                .map(key -> new TrustedKey(Optional.empty(), key.key()))
                .toList();
        for (Handover handover : handovers) {
            long position = handover.event().position();
            Optional<TrustedKey> from = trust.signer(handover.note());
            Optional<TrustedKey> to = successor(handover, findings);
            if (from.isPresent()) {
                to.ifPresent(key -> trust.follow(from.get(), key, position, findings));
            } else if (signer(strangers, handover.note()).isEmpty()) {
                findings.fail(
                        "The handover at %d is signed by none of the keys that the file names".formatted(position));
            } else {
                to.filter(key -> strangers.stream().noneMatch(each -> each.key().equals(key.key())))
                        .ifPresent(key -> findings.fail(
                                "The handover at %d is to %s, which the file does not name".formatted(position, key)));
                findings.leave("handovers");
            }
        }
        return trust;
    }

    /** The key that signed a note, if it is trusted. */
    Optional<TrustedKey> signer(SignedNote note) {
        return signer(keys, note);
    }

    private static Optional<TrustedKey> signer(List<TrustedKey> keys, SignedNote note) {
        String origin = Checkpoint.of(note).origin();
        return keys.stream().filter(key -> note.isSignedBy(key.of(origin))).findFirst();
    }

    private void follow(TrustedKey from, TrustedKey to, long position, Findings findings) {
        findings.hold("The key %s handed over to %s with the event at %d".formatted(from, to, position));
        keys.add(to);
    }

    /** The key that is handed over to, if the event and its checkpoint hold. */
    private static Optional<TrustedKey> successor(Handover handover, Findings findings) {
        Checkpoint last = Checkpoint.of(handover.note());
        long position = handover.event().position();
        var own = new Findings();
        new Claims(last.origin(), own).check(handover.event());
        Optional<VerifyingKey> successor = successor(handover.event());
        if (successor.isEmpty() || position + 1 != last.size()) {
            own.fail("The event at %d is not by which the tree of %d is handed over".formatted(position, last.size()));
        }
        try {
            byte[] leaf = Records.leaf(Records.digest(handover.event().record()));
            Proofs.inclusion(position, last.size(), leaf, handover.proof(), last.root());
        } catch (ProofInvalid invalid) {
            own.fail("The handover at %d and its checkpoint do not belong together: %s"
                    .formatted(position, invalid.getMessage()));
        }
        own.verdict().failures().forEach(findings::fail);
        return successor
                .filter(key -> own.verdict().holds())
                .map(key ->
                        TrustedKey.parse(Checkpoint.keyOf(last.origin(), key).text()));
    }

    /** The key that the event names, if it is a rotation and discloses that. */
    private static Optional<VerifyingKey> successor(Disclosed event) {
        try {
            boolean rotates = Json.parse(event.record())
                    .member("type")
                    .flatMap(Json::text)
                    .equals(Optional.of(ROTATED));
            return Optional.ofNullable(event.members().get("payload"))
                    .filter(payload -> rotates)
                    .flatMap(payload -> Json.parse(payload.bytes()).member("publicKey"))
                    .flatMap(Json::text)
                    .map(VerifyingKey::parse);
        } catch (RuntimeException noRotation) {
            return Optional.empty();
        }
    }
}
