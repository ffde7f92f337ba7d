package io.trove.integrity;

import io.trove.evidence.SignedNote;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A checkpoint that is kept for good. */
@Entity
@Table(name = "checkpoint")
@IdClass(TreeSize.class)
class CheckpointRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    @Column(name = "tree_size")
    private long treeSize;

    @Column(name = "signed_at")
    private long signedAtMicros;

    private String note;

    Signed signed() {
        return new Signed(SignedNote.parse(note), signedAtMicros);
    }
}
