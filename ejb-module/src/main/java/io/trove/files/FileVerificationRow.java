package io.trove.files;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.OptionalLong;

/** The newest verification of a ledger's files: the map of the table that {@link ProgressRows} writes. */
@Entity
@Table(name = "file_verification")
class FileVerificationRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Column(name = "requested_by")
    private String requestedBy;

    @Column(name = "started_at")
    private long startedAt;

    @Column(name = "ended_at")
    private Long endedAt;

    private long below;

    @Column(name = "at_position")
    private long atPosition;

    @Column(name = "at_file")
    private String atFile;

    private long verified;

    private long skipped;

    private long drifted;

    Progress progress() {
        return new Progress(
                requestedBy,
                startedAt,
                endedAt == null ? OptionalLong.empty() : OptionalLong.of(endedAt),
                below,
                atPosition,
                atFile,
                verified,
                skipped,
                drifted);
    }
}
