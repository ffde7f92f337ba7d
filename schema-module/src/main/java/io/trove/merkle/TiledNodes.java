package io.trove.merkle;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The nodes of a tree of a certain size, worked out from its tiles; each tile is read once. */
public final class TiledNodes implements Nodes {

    private final long size;
    private final Tiles tiles;
    private final Map<Tile, List<byte[]>> read = new HashMap<>();

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
        int tileLevel = level / Tile.HEIGHT;
        long first = index << height;
        List<byte[]> hashes = hashes(tileLevel, first / Tile.WIDTH);
        int group = (int) (first % Tile.WIDTH) >> height;
        if ((group + 1) << height > hashes.size()) {
            throw new ProofInvalid("A tree of %d leaves has no node %d of level %d".formatted(size, index, level));
        }
        return Tile.hash(hashes, height, group);
    }

    private List<byte[]> hashes(int level, long index) {
        int width = Tile.width(level, index, size);
        if (width == 0) {
            throw new ProofInvalid("A tree of %d leaves has no tile %d of level %d".formatted(size, index, level));
        }
        return read.computeIfAbsent(new Tile(level, index, width), this::fetch);
    }

    private List<byte[]> fetch(Tile tile) {
        byte[] bytes = tiles.read(tile);
        if (bytes.length < tile.width() * Rfc6962.HASH_BYTES || bytes.length % Rfc6962.HASH_BYTES != 0) {
            throw new ProofInvalid("Tile %s of level %d has %d bytes; %d hashes have %d"
                    .formatted(
                            tile.path(), tile.level(), bytes.length, tile.width(), tile.width() * Rfc6962.HASH_BYTES));
        }
        return IntStream.range(0, tile.width())
                .mapToObj(i -> Arrays.copyOfRange(bytes, i * Rfc6962.HASH_BYTES, (i + 1) * Rfc6962.HASH_BYTES))
                .toList();
    }
}
