package io.trove.merkle;

/** Where tiles are found: a database, a directory, a web server. */
public interface Tiles {

    /** The hashes of a tile one after the other, {@code width} of them or more. */
    byte[] read(Tile tile);

    /** What follows from a tile. Who remembers tiles answers with what was worked out before. */
    default TileNodes nodes(Tile tile) {
        return new TileNodes(tile, read(tile));
    }
}
