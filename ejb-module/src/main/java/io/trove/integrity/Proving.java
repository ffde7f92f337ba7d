package io.trove.integrity;

import io.trove.evidence.Checkpoint;
import io.trove.ledger.Head;
import io.trove.ledger.Ledger;
import io.trove.ledger.Ledgers;
import io.trove.ledger.Store;
import io.trove.merkle.EntryBundle;
import io.trove.merkle.ProofInvalid;
import io.trove.merkle.Tile;
import io.trove.merkle.Tree;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** Gives out the tree: its tiles, and proofs from them. What it gives shows no content and is the same for everyone. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Proving {

    @Inject
    private Store store;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Checkpoints checkpoints;

    @Inject
    private RecentTiles recent;

    /** That the event at a position is in the tree of a size; the leaf is its hash there. */
    public record Inclusion(long position, long size, byte[] leaf, List<byte[]> proof, byte[] root) {}

    /** That the tree of a size begins with the tree of an earlier one. */
    public record Consistency(long from, long to, List<byte[]> proof, byte[] fromRoot, byte[] toRoot) {}

    /** The hashes of a tile; {@link TileUnknown} when the tree does not have it yet. */
    public byte[] tile(Ledger ledger, Tile tile) {
        requireThere(ledger, tile, "tile/" + tile.level() + "/" + tile.path());
        return store.with(ledger, tables -> new StoredTiles(tables).read(tile));
    }

    /** The entries under a tile of leaves: the digests of the records. */
    public byte[] entries(Ledger ledger, Tile tile) {
        requireThere(ledger, tile, "tile/entries/" + tile.path());
        return store.with(ledger, tables -> EntryBundle.write(new StoredTiles(tables).entries(tile)));
    }

    /** The proof that an event is in the tree of this size, or of the newest checkpoint that has it. */
    public Inclusion inclusion(Ledger ledger, long position, OptionalLong size) {
        long of = size.orElseGet(() -> covering(ledger, position + 1).size());
        return from(
                ledger,
                of,
                tree -> new Inclusion(
                        position, of, tree.nodes().node(0, position), tree.inclusion(position), tree.root()));
    }

    /** The proof that the tree of one size, or of the newest checkpoint, begins with the tree of another. */
    public Consistency consistency(Ledger ledger, long from, OptionalLong to) {
        long of = to.orElseGet(() -> covering(ledger, from).size());
        return from(
                ledger,
                of,
                tree -> new Consistency(
                        from, of, tree.consistency(from), new Tree(from, tree.nodes()).root(), tree.root()));
    }

    private Checkpoint covering(Ledger ledger, long size) {
        return checkpoints.covering(ledger, size).checkpoint();
    }

    private <T> T from(Ledger ledger, long size, Function<Tree, T> proof) {
        Head head = ledgers.head(ledger);
        if (size > head.size()) {
            throw new ProofRefused("The ledger's size is %d; a tree of size %d is wanted".formatted(head.size(), size));
        }
        try {
            return store.with(ledger, tables -> proof.apply(recent.tree(tables, ledger, head, size)));
        } catch (ProofInvalid beyond) {
            throw new ProofRefused(beyond.getMessage());
        }
    }

    private void requireThere(Ledger ledger, Tile tile, String path) {
        if (Tile.width(tile.level(), tile.index(), ledgers.head(ledger).size()) < tile.width()) {
            throw new TileUnknown(path);
        }
    }
}
