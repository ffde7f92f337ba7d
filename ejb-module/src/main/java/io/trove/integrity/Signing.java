package io.trove.integrity;

import io.trove.evidence.Checkpoint;
import io.trove.evidence.VerifyingKey;
import io.trove.filter.Tables;
import io.trove.ledger.Head;
import io.trove.ledger.Ledger;
import io.trove.merkle.CompactRange;
import io.trove.merkle.ProofInvalid;
import io.trove.merkle.Proofs;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Signs where a ledger stands, if that continues what was signed before. */
record Signing(VerifyingKey key, UnaryOperator<byte[]> ed25519) {

    /**
     * The newest checkpoint of a ledger, signed now if its head has moved on. The head is asked for last, so that what
     * another server signs meanwhile is never ahead of it.
     */
    Signed sign(Tables tables, Ledger ledger, Supplier<Head> published, long nowMicros) throws SQLException {
        var checkpoints = new SignedCheckpoints(tables);
        Optional<Signed> newest = checkpoints.newest();
        Head head = published.get();
        if (newest.isPresent() && newest.get().checkpoint().size() == head.size()) {
            return newest.get();
        }
        Checkpoint now = checkpoint(ledger, head);
        if (newest.isPresent()) {
            requireContinued(tables, newest.get().checkpoint(), now);
        }
        var signed = new Signed(now.sign(key, ed25519), nowMicros);
        return checkpoints.keep(signed)
                ? signed
                : checkpoints.ofSize(head.size()).orElseThrow();
    }

    private static Checkpoint checkpoint(Ledger ledger, Head head) {
        try {
            CompactRange range = CompactRange.of(head.size(), head.tree());
            return new Checkpoint(ledger.origin(), head.size(), range.root());
        } catch (ProofInvalid damaged) {
            throw new NotSigned(ledger, damaged.getMessage());
        }
    }

    /** The older tree's root is in the signature; that it is part of the newer one follows from the tiles. */
    private static void requireContinued(Tables tables, Checkpoint then, Checkpoint now) {
        if (now.size() < then.size()) {
            throw new NotSigned(
                    now.origin(), "it has %d events, and %d were signed".formatted(now.size(), then.size()));
        }
        try {
            var proof = new StoredTiles(tables).tree(now.size()).consistency(then.size());
            Proofs.consistency(then.size(), now.size(), proof, then.root(), now.root());
        } catch (ProofInvalid broken) {
            throw new NotSigned(
                    now.origin(),
                    "its %d events do not continue the %d that were signed: %s"
                            .formatted(now.size(), then.size(), broken.getMessage()));
        }
    }
}
