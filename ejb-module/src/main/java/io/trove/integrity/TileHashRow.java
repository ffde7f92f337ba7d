package io.trove.integrity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Arrays;

/** A hash of the tiles above the leaves: the map of the table that {@link Growth} writes to. */
@Entity
@Table(name = "tile_hash")
@IdClass(TileHashPlace.class)
class TileHashRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    private int level;

    @Id
    @Column(name = "hash_index")
    private long hashIndex;

    private byte[] hash;

    /** Whether this is the hash. */
    boolean says(byte[] wanted) {
        return Arrays.equals(hash, wanted);
    }
}
