package io.trove.integrity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Arrays;

/** A full tile of leaves: the map of the table that {@link Growth} writes to. */
@Entity
@Table(name = "tile")
@IdClass(TilePlace.class)
class TileRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    @Column(name = "tile_index")
    private long tileIndex;

    private byte[] hashes;

    /** Whether these are its hashes. */
    boolean says(byte[] wanted) {
        return Arrays.equals(hashes, wanted);
    }
}
