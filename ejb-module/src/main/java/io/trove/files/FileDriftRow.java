package io.trove.files;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Optional;

/** What was found of a file: the map of what {@link DriftRows} writes. Jakarta Persistence never writes it. */
@Entity
@Table(name = "file_drift")
@IdClass(FileRootRow.Key.class)
class FileDriftRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    private long position;

    @Column(name = "of_position")
    private long ofPosition;

    @Column(name = "file_id")
    private String fileId;

    private String hash;

    boolean says(long of, String file, Optional<String> found) {
        return ofPosition == of
                && fileId.equals(file)
                && Optional.ofNullable(hash).equals(found);
    }
}
