package io.trove.integrity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A witness's line on a checkpoint: the map of the table that {@link Cosignatures} writes. */
@Entity
@Table(name = "cosignature")
@IdClass(SeenBy.class)
class CosignatureRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    @Column(name = "tree_size")
    private long treeSize;

    @Id
    private String witness;

    private String line;

    String line() {
        return line;
    }
}
