package io.trove.integrity;

import io.trove.event.Records;
import io.trove.filter.Tables;
import io.trove.ledger.StoreUnavailable;
import io.trove.merkle.Rfc6962;
import io.trove.merkle.Tile;
import io.trove.merkle.TiledNodes;
import io.trove.merkle.Tiles;
import io.trove.merkle.Tree;
import java.io.ByteArrayOutputStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A ledger's tiles: full ones of leaves as they were written, the leaves at the edge from the digests, others by hash. */
final class StoredTiles implements Tiles {

    private static final String FULL = """
            SELECT hashes
              FROM tile
             WHERE ledger_id = ?
               AND tile_index = ?""";

    private static final String HASHES = """
            SELECT hash
              FROM tile_hash
             WHERE ledger_id = ?
               AND level = ?
               AND hash_index BETWEEN ? AND ?
             ORDER BY hash_index""";

    private static final String DIGESTS = """
            SELECT digest
              FROM event --DERBY-PROPERTIES constraint=event_pk
             WHERE ledger_id = ?
               AND position BETWEEN ? AND ?
             ORDER BY position""";

    private final Tables tables;

    StoredTiles(Tables tables) {
        this.tables = tables;
    }

    /** The tree as it was at this size, which is published. */
    Tree tree(long size) {
        return new Tree(size, new TiledNodes(size, this));
    }

    @Override
    public byte[] read(Tile tile) {
        try {
            if (tile.level() == 0 && tile.isFull()) {
                return full(tile.index());
            }
            return tile.level() == 0 ? leaves(tile) : hashes(tile);
        } catch (SQLException failure) {
            throw StoreUnavailable.nothingWritten(failure);
        }
    }

    /** The digests of the events under a tile of leaves: the log's entries. */
    List<byte[]> entries(Tile tile) {
        try (PreparedStatement select = prepare(DIGESTS)) {
            select.setLong(2, tile.start());
            select.setLong(3, tile.start() + tile.width() - 1);
            var digests = new ArrayList<byte[]>(tile.width());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    digests.add(row.getBytes(1));
                }
            }
            return digests;
        } catch (SQLException failure) {
            throw StoreUnavailable.nothingWritten(failure);
        }
    }

    /** One hash of a level above the leaves, if it is kept. */
    Optional<byte[]> hash(int level, long index) {
        try (PreparedStatement select = prepare(HASHES)) {
            select.setInt(2, level);
            select.setLong(3, index);
            select.setLong(4, index);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw StoreUnavailable.nothingWritten(failure);
        }
    }

    private byte[] full(long index) throws SQLException {
        try (PreparedStatement select = prepare(FULL)) {
            select.setLong(2, index);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getBytes(1) : new byte[0];
            }
        }
    }

    private byte[] leaves(Tile tile) {
        var bytes = new ByteArrayOutputStream(tile.width() * Rfc6962.HASH_BYTES);
        entries(tile).forEach(digest -> bytes.writeBytes(Records.leaf(digest)));
        return bytes.toByteArray();
    }

    private byte[] hashes(Tile tile) throws SQLException {
        try (PreparedStatement select = prepare(HASHES)) {
            select.setInt(2, tile.level());
            select.setLong(3, tile.start());
            select.setLong(4, tile.start() + tile.width() - 1);
            var bytes = new ByteArrayOutputStream(tile.width() * Rfc6962.HASH_BYTES);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    bytes.writeBytes(row.getBytes(1));
                }
            }
            return bytes.toByteArray();
        }
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement select = tables.connection().prepareStatement(sql + tables.immutableRead());
        select.setLong(1, tables.ledger());
        return select;
    }
}
