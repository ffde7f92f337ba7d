package io.trove.integrity;

import io.trove.evidence.SignedNote;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** The newest checkpoint of a log that was cosigned: the map of the table that {@link WitnessedLogs} writes. */
@Entity
@Table(name = "witnessed")
@IdClass(WatchedLog.class)
class WitnessedRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    private String origin;

    @Column(name = "tree_size")
    private long treeSize;

    private String note;

    /** Whether it is this one, of this size. */
    boolean says(SignedNote wanted, long size) {
        return note.equals(wanted.print()) && treeSize == size;
    }
}
