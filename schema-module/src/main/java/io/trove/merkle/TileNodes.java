package io.trove.merkle;

import java.security.MessageDigest;
import java.util.Arrays;

/** The hashes of a tile, and those of all perfect subtrees of them, each worked out once. */
public final class TileNodes {

    /** By height, the tile's own hashes first; from left to right. */
    private final byte[][][] heights = new byte[Tile.HEIGHT + 1][][];

    /** Those of a tile that was found so; {@link ProofInvalid} when it has not as many hashes as it says. */
    public TileNodes(Tile tile, byte[] hashes) {
        if (hashes.length < tile.width() * Rfc6962.HASH_BYTES || hashes.length % Rfc6962.HASH_BYTES != 0) {
            throw new ProofInvalid("Tile %s of level %d has %d bytes; %d hashes have %d"
                    .formatted(
                            tile.path(), tile.level(), hashes.length, tile.width(), tile.width() * Rfc6962.HASH_BYTES));
        }
        MessageDigest sha256 = Rfc6962.sha256();
        heights[0] = new byte[tile.width()][];
        for (int i = 0; i < tile.width(); i++) {
            heights[0][i] = Arrays.copyOfRange(hashes, i * Rfc6962.HASH_BYTES, (i + 1) * Rfc6962.HASH_BYTES);
        }
        for (int height = 1; height < heights.length; height++) {
            byte[][] below = heights[height - 1];
            heights[height] = new byte[below.length / 2][];
            for (int i = 0; i < below.length / 2; i++) {
                heights[height][i] = Rfc6962.node(sha256, below[2 * i], below[2 * i + 1]);
            }
        }
    }

    /** How many subtrees of {@code 2^height} of its hashes it has. */
    int count(int height) {
        return heights[height].length;
    }

    /** The hash of the {@code index}-th of them. */
    byte[] node(int height, int index) {
        return heights[height][index];
    }
}
