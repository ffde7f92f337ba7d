package io.trove.files;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** Who brought bytes: the map of the table that {@link BlobRows} writes. */
@Entity
@Table(name = "blob_upload")
@IdClass(BlobUploadRow.class)
class BlobUploadRow implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    private String hash;

    @Id
    private String principal;

    BlobUploadRow() {}

    BlobUploadRow(long ledgerId, String hash, String principal) {
        this.ledgerId = ledgerId;
        this.hash = hash;
        this.principal = principal;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BlobUploadRow that
                && ledgerId == that.ledgerId
                && hash.equals(that.hash)
                && principal.equals(that.principal);
    }

    @Override
    public int hashCode() {
        return Objects.hash(ledgerId, hash, principal);
    }
}
