package io.trove.integrity;

import io.trove.evidence.Checkpoint;
import io.trove.evidence.NoteKey;
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

/** Signs where a ledger stands, if that continues what was signed before, with the key whose time it is. */
record Signing(Supplier<LedgerKeys> recorded, PrivateKeys held, long fence) {

    /** The private keys that this server holds. */
    interface PrivateKeys {

        boolean holds(VerifyingKey key);

        byte[] sign(VerifyingKey key, byte[] message);
    }

    /**
     * The newest checkpoint of a ledger, signed now if its head has moved on. The head is asked for behind the newest, so
     * that what another server signs meanwhile is never ahead of it; and the keys behind the head, so that no rotation
     * below it is missed.
     */
    Signed sign(Tables tables, Ledger ledger, Supplier<Head> published, long nowMicros) throws SQLException {
        var checkpoints = new SignedCheckpoints(tables);
        Optional<Signed> newest = checkpoints.newest();
        Head head = published.get();
        LedgerKeys keys = recorded.get();
        handOver(tables, ledger, head, keys, nowMicros);
        if (newest.isPresent() && newest.get().checkpoint().size() == head.size()) {
            return newest.get();
        }
        Checkpoint now = checkpoint(ledger, head);
        if (newest.isPresent()) {
            requireContinued(tables, newest.get().checkpoint(), now);
        }
        Signed signed = signed(now, keys, nowMicros);
        return checkpoints.keep(signed, fence) ? signed : checkpoints.newest().orElseThrow();
    }

    /**
     * Has the key before the newest one sign the tree that ends with the rotation, if that was not done: whoever trusts it
     * is led to its successor. A key that is lost hands over to nobody.
     */
    private void handOver(Tables tables, Ledger ledger, Head head, LedgerKeys keys, long nowMicros)
            throws SQLException {
        var checkpoints = new SignedCheckpoints(tables);
        Optional<LedgerKey> last =
                keys.last().filter(key -> held.holds(key.key().key()));
        if (last.isEmpty()) {
            return;
        }
        long size = last.get().toSize().orElseThrow();
        if (size > head.size() || checkpoints.isKeptForGood(size)) {
            return;
        }
        Checkpoint then = new Checkpoint(
                ledger.origin(), size, new StoredTiles(tables).tree(size).root());
        if (size < head.size()) {
            requireContinued(tables, then, checkpoint(ledger, head));
        }
        checkpoints.keep(signed(then, keys, nowMicros), fence);
        checkpoints.keepForGood(size);
    }

    private Signed signed(Checkpoint checkpoint, LedgerKeys keys, long nowMicros) {
        NoteKey key = keys.of(checkpoint.size());
        return new Signed(checkpoint.sign(key.key(), message -> held.sign(key.key(), message)), nowMicros);
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
                    now.origin(), "its size is %d, and size %d was signed".formatted(now.size(), then.size()));
        }
        try {
            var proof = new StoredTiles(tables).tree(now.size()).consistency(then.size());
            Proofs.consistency(then.size(), now.size(), proof, then.root(), now.root());
        } catch (ProofInvalid broken) {
            throw new NotSigned(
                    now.origin(),
                    "what it is at size %d does not continue what was signed at size %d: %s"
                            .formatted(now.size(), then.size(), broken.getMessage()));
        }
    }
}
