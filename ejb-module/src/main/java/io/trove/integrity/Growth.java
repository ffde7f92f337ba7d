package io.trove.integrity;

import io.trove.event.Records;
import io.trove.ledger.Appending;
import io.trove.ledger.Column;
import io.trove.ledger.Table;
import io.trove.merkle.CompactRange;
import io.trove.merkle.Rfc6962;
import io.trove.merkle.Tile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;

/**
 * Grows a ledger's tree by a batch, from what the head keeps of it: no row is read, but for the leaves of a tile that an
 * earlier batch began and this one fills.
 */
@ApplicationScoped
class Growth {

    private static final Table TILE = new Table("tile", Column.number("tile_index"), Column.bytes("hashes"));

    private static final Table TILE_HASH =
            new Table("tile_hash", Column.number("level"), Column.number("hash_index"), Column.bytes("hash"));

    void grow(@Observes Appending batch) {
        CompactRange before = CompactRange.of(batch.from().size(), batch.from().tree());
        List<byte[]> leaves = batch.events().stream()
                .map(event -> Records.leaf(event.kept().digest()))
                .toList();
        CompactRange after = before.append(leaves, (level, index, hash) -> keep(batch, level, index, hash));
        for (long tile = before.size() / Tile.WIDTH; tile < after.size() / Tile.WIDTH; tile++) {
            batch.contribute(TILE.row(tile, fill(batch, leaves, tile * Tile.WIDTH)));
        }
        batch.grow(after.bytes());
    }

    private static void keep(Appending batch, int level, long index, byte[] hash) {
        if (level % Tile.HEIGHT == 0) {
            batch.contribute(TILE_HASH.row((long) level / Tile.HEIGHT, index, hash));
        }
    }

    /** The leaves of a full tile: those of earlier batches, and those of this one. */
    private static byte[] fill(Appending batch, List<byte[]> leaves, long start) {
        long from = batch.from().size();
        var hashes = new ArrayList<byte[]>(Tile.WIDTH);
        batch.digests(Math.min(start, from), from).forEach(digest -> hashes.add(Records.leaf(digest)));
        int first = (int) Math.max(0, start - from);
        hashes.addAll(leaves.subList(first, first + Tile.WIDTH - hashes.size()));
        byte[] bytes = new byte[Tile.WIDTH * Rfc6962.HASH_BYTES];
        for (int i = 0; i < Tile.WIDTH; i++) {
            System.arraycopy(hashes.get(i), 0, bytes, i * Rfc6962.HASH_BYTES, Rfc6962.HASH_BYTES);
        }
        return bytes;
    }
}
