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
     * Those of the caller's keys, and behind them the successors of each. A handover by a stranger leads nowhere and is left
     * alone; one that a trusted key signed must hold.
     */
    static Trust of(List<TrustedKey> named, List<Handover> handovers, Findings findings) {
        var trust = new Trust(named);
        for (Handover handover : handovers) {
            Checkpoint last = Checkpoint.of(handover.note());
            Optional<TrustedKey> from = trust.signer(handover.note());
            if (from.isPresent()) {
                trust.follow(from.get(), last, handover, findings);
            }
        }
        return trust;
    }

    /** The key that signed a note, if it is trusted. */
    Optional<TrustedKey> signer(SignedNote note) {
        String origin = Checkpoint.of(note).origin();
        return keys.stream().filter(key -> note.isSignedBy(key.of(origin))).findFirst();
    }

    private void follow(TrustedKey from, Checkpoint last, Handover handover, Findings findings) {
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
        if (own.verdict().holds()) {
            var key = TrustedKey.parse(
                    Checkpoint.keyOf(last.origin(), successor.orElseThrow()).text());
            findings.hold("The key %s handed over to %s with the event at %d".formatted(from, key, position));
            keys.add(key);
        }
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
