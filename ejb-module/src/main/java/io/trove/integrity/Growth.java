package io.trove.integrity;

import io.trove.event.Digests;
import io.trove.event.Records;
import io.trove.ledger.Appending;
import io.trove.ledger.Column;
import io.trove.ledger.Ledger;
import io.trove.ledger.Table;
import io.trove.merkle.CompactRange;
import io.trove.merkle.Rfc6962;
import io.trove.merkle.Tile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Grows a ledger's tree by a batch, from what the head keeps of it: no row is read, but for the leaves of a tile that this
 * batch fills and another server began.
 */
@ApplicationScoped
class Growth {

    private static final Table TILE = new Table("tile", Column.number("tile_index"), Column.bytes("hashes"));

    private static final Table TILE_HASH =
            new Table("tile_hash", Column.number("level"), Column.number("hash_index"), Column.bytes("hash"));

    private final OpenTiles open = new OpenTiles();

    void grow(@Observes Appending batch) {
        var digests = new Digests();
        List<byte[]> leaves = batch.events().stream()
                .map(event -> digests.leaf(event.kept().digest()))
                .toList();
        CompactRange before = CompactRange.of(batch.from().size(), batch.from().tree());
        CompactRange after = before.append(leaves, (level, index, hash) -> keep(batch, level, index, hash));
        byte[] tree = after.bytes();
        fill(batch, leaves, after.size(), tree);
        batch.grow(tree);
    }

    private static void keep(Appending batch, int level, long index, byte[] hash) {
        if (level % Tile.HEIGHT == 0) {
            batch.contribute(TILE_HASH.row((long) level / Tile.HEIGHT, index, hash));
        }
    }

    /** Keeps the tiles that become full, and remembers the leaves of the one that is open then. */
    private void fill(Appending batch, List<byte[]> leaves, long size, byte[] tree) {
        Ledger ledger = batch.ledger();
        Optional<List<byte[]>> known = open.leaves(ledger.id(), batch.from());
        long start = batch.from().size() / Tile.WIDTH * Tile.WIDTH;
        boolean isBegun = start < batch.from().size();
        if (known.isEmpty() && isBegun && size - start < Tile.WIDTH) {
            return;
        }
        var edge = new ArrayList<byte[]>(known.orElseGet(() -> committed(batch, start)));
        edge.addAll(leaves);
        int first = 0;
        for (; first + Tile.WIDTH <= edge.size(); first += Tile.WIDTH) {
            batch.contribute(TILE.row((start + first) / Tile.WIDTH, bytes(edge.subList(first, first + Tile.WIDTH))));
        }
        open.remember(ledger.id(), tree, edge.subList(first, edge.size()));
    }

    /** The leaves that earlier batches left of the tile that is open. */
    private static List<byte[]> committed(Appending batch, long start) {
        return batch.digests(start, batch.from().size()).stream()
                .map(Records::leaf)
                .toList();
    }

    private static byte[] bytes(List<byte[]> hashes) {
        byte[] bytes = new byte[Tile.WIDTH * Rfc6962.HASH_BYTES];
        for (int i = 0; i < Tile.WIDTH; i++) {
            System.arraycopy(hashes.get(i), 0, bytes, i * Rfc6962.HASH_BYTES, Rfc6962.HASH_BYTES);
        }
        return bytes;
    }
}
