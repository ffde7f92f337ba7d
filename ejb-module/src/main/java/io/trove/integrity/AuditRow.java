package io.trove.integrity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** An audit: the map of the table that {@link AuditTable} writes. */
@Entity
@Table(name = "audit")
@IdClass(AuditNumber.class)
class AuditRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    @Column(name = "audit_id")
    private long auditId;

    @Column(name = "requested_by")
    private String requestedBy;

    @Column(name = "started_at")
    private long startedAtMicros;

    @Column(name = "ended_at")
    private Long endedAtMicros;

    @Column(name = "head_size")
    private long headSize;

    @Column(name = "head_tree")
    private byte[] headTree;

    @Column(name = "at_position")
    private long atPosition;

    @Column(name = "at_tree")
    private byte[] atTree;

    @Column(name = "recorded_at")
    private long recordedAtMicros;

    private long disagreements;

    @Column(name = "following_rows")
    private long followingRows;

    @Column(name = "bytes_behind")
    private String bytesBehind;

    @Column(name = "files_read")
    private long filesRead;

    @Column(name = "bytes_read")
    private long bytesRead;

    /** Whether it looked at so many events, and found that much. */
    boolean isOver(long size, long found) {
        return endedAtMicros != null
                && startedAtMicros <= endedAtMicros
                && !requestedBy.isEmpty()
                && headSize == size
                && atPosition == size
                && headTree.length == atTree.length
                && recordedAtMicros > 0
                && disagreements == found
                && followingRows >= 0
                && bytesBehind.isEmpty() == (filesRead == 0)
                && bytesRead >= 0;
    }
}
