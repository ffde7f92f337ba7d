package io.trove.integrity;

import io.trove.crypto.Signer;
import io.trove.event.Times;
import io.trove.evidence.NoteKey;
import io.trove.evidence.VerifyingKey;
import io.trove.filter.Tables;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerName;
import io.trove.ledger.Ledgers;
import io.trove.ledger.Store;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a ledger has signed. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Checkpoints {

    @Inject
    private Store store;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Signers signers;

    @Inject
    private Signer signer;

    @Inject
    private Witnesses witnesses;

    /** The newest checkpoint that is published; the first is signed when it is asked for. */
    public Signed newest(Ledger ledger) {
        Optional<Signed> newest = store.with(ledger, tables -> seen(tables, new SignedCheckpoints(tables).newest()));
        return newest.orElseGet(() -> sign(ledger));
    }

    /** The newest checkpoint that covers so many events, signed now if none does yet. */
    public Signed covering(Ledger ledger, long size) {
        Signed newest = newest(ledger);
        return newest.checkpoint().size() >= size ? newest : sign(ledger);
    }

    /** The checkpoint that was signed at this size, if it is kept. */
    public Optional<Signed> ofSize(Ledger ledger, long size) {
        return store.with(ledger, tables -> seen(tables, new SignedCheckpoints(tables).ofSize(size)));
    }

    /** The newest checkpoints that are kept below a size, at most so many: all of the last hour, and the first of each before. */
    public List<Signed> before(Ledger ledger, long size, int limit) {
        return store.with(ledger, tables -> new KeptCheckpoints(tables).before(size, limit));
    }

    /** What the witnesses of this installation saw of the ledger last. */
    public List<Watch> watches(Ledger ledger) {
        return witnesses.watches(ledger);
    }

    /** The key that signed this checkpoint of the ledger. */
    public NoteKey keyOf(Ledger ledger, Signed signed) {
        return signers.of(ledger).of(signed.checkpoint().size());
    }

    /** All keys that ever signed for the ledger, the first first. */
    public List<LedgerKey> keys(Ledger ledger) {
        return signers.of(ledger).all();
    }

    /** Signs where the ledger stands, if that was not signed yet. */
    public Signed sign(Ledger ledger) {
        long term = store.with(
                ledgers.find(LedgerName.INSTALLATION),
                tables -> Checkpointing.lease(tables, "").newest());
        return sign(ledger, term);
    }

    /** As the one who signs in this term; a later one's checkpoint is never followed by an earlier one's. */
    public Signed sign(Ledger ledger, long term) {
        var signing = new Signing(() -> signers.of(ledger), new Held(signer), term);
        long now = Times.micros(Instant.now());
        return store.with(
                ledger,
                tables -> new Cosignatures(tables).with(signing.sign(tables, ledger, () -> ledgers.head(ledger), now)));
    }

    /** The private keys of this server. */
    private record Held(Signer signer) implements Signing.PrivateKeys {

        @Override
        public boolean holds(VerifyingKey key) {
            return signer.holds(key);
        }

        @Override
        public byte[] sign(VerifyingKey key, byte[] message) {
            return signer.sign(key, message);
        }
    }

    /** With the lines of the witnesses that saw it. */
    private static Optional<Signed> seen(Tables tables, Optional<Signed> signed) throws SQLException {
        return signed.isEmpty() ? signed : Optional.of(new Cosignatures(tables).with(signed.get()));
    }

    /** Drops old checkpoints but for those that are kept for good. */
    public void thin(Ledger ledger) {
        store.with(ledger, tables -> {
            new SignedCheckpoints(tables).thin(Times.micros(Instant.now()));
            return true;
        });
    }
}
