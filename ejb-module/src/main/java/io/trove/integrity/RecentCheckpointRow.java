package io.trove.integrity;

import io.trove.evidence.SignedNote;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A checkpoint of the last hour. */
@Entity
@Table(name = "checkpoint_recent")
@IdClass(TreeSize.class)
class RecentCheckpointRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    @Column(name = "tree_size")
    private long treeSize;

    @Column(name = "signed_at")
    private long signedAtMicros;

    private long fence;

    private String note;

    /** The number of the term in which it was signed. */
    long fence() {
        return fence;
    }

    Signed signed() {
        return new Signed(SignedNote.parse(note), signedAtMicros);
    }
}
