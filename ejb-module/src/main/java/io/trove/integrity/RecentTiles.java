package io.trove.integrity;

import io.trove.filter.Tables;
import io.trove.ledger.Head;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerId;
import io.trove.merkle.Tile;
import io.trove.merkle.TileNodes;
import io.trove.merkle.TiledNodes;
import io.trove.merkle.Tiles;
import io.trove.merkle.Tree;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The tiles that proofs were made from last, so that a proof reads little more than the tile of its leaf, and the levels
 * above and the right edge are hashed once for all proofs. A tile that is published never changes; the right edge of a
 * larger tree is another tile.
 */
@ApplicationScoped
class RecentTiles {

    /** Each is 16 KiB at most. */
    private static final int TILES_MAX = 256;

    private record Key(LedgerId ledger, long epoch, Tile tile) {}

    private final Map<Key, TileNodes> recent = new LinkedHashMap<>(16, 0.75f, true);

    /** The tree as it was at this size, which is published. */
    Tree tree(Tables tables, Ledger ledger, Head head, long size) {
        return new Tree(
                size, new TiledNodes(size, new Remembering(new StoredTiles(tables), ledger.id(), head.epoch())));
    }

    private synchronized TileNodes get(Key key) {
        return recent.get(key);
    }

    private synchronized void put(Key key, TileNodes nodes) {
        recent.put(key, nodes);
        if (recent.size() > TILES_MAX) {
            recent.remove(recent.keySet().iterator().next());
        }
    }

    private final class Remembering implements Tiles {

        private final StoredTiles stored;
        private final LedgerId ledger;
        private final long epoch;

        private Remembering(StoredTiles stored, LedgerId ledger, long epoch) {
            this.stored = stored;
            this.ledger = ledger;
            this.epoch = epoch;
        }

        @Override
        public byte[] read(Tile tile) {
            return stored.read(tile);
        }

        @Override
        public TileNodes nodes(Tile tile) {
            Key key = new Key(ledger, epoch, tile);
            TileNodes known = get(key);
            if (known == null) {
                known = new TileNodes(tile, read(tile));
                put(key, known);
            }
            return known;
        }
    }
}
