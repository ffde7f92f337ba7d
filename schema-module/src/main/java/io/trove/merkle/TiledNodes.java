package io.trove.merkle;

import java.util.HashMap;
import java.util.Map;

/** The nodes of a tree of a certain size, worked out from its tiles; each tile is asked for once. */
public final class TiledNodes implements Nodes {

    private final long size;
    private final Tiles tiles;
    private final Map<Tile, TileNodes> known = new HashMap<>();

    public TiledNodes(long size, Tiles tiles) {
        this.size = size;
        this.tiles = tiles;
    }

    @Override
    public byte[] node(int level, long index) {
        if (level < 0 || index < 0) {
            throw new ProofInvalid("There is no node %d of level %d".formatted(index, level));
        }
        int height = level % Tile.HEIGHT;
        long first = index << height;
        TileNodes nodes = nodes(level / Tile.HEIGHT, first / Tile.WIDTH);
        int within = (int) (first % Tile.WIDTH) >> height;
        if (within >= nodes.count(height)) {
            throw new ProofInvalid("A tree of %d leaves has no node %d of level %d".formatted(size, index, level));
        }
        return nodes.node(height, within);
    }

    private TileNodes nodes(int level, long index) {
        int width = Tile.width(level, index, size);
        if (width == 0) {
            throw new ProofInvalid("A tree of %d leaves has no tile %d of level %d".formatted(size, index, level));
        }
        return known.computeIfAbsent(new Tile(level, index, width), tiles::nodes);
    }
}
