package io.trove.files;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Which blob store the installation uses: the map of the table that {@link OneStore} writes. */
@Entity
@Table(name = "blob_store")
class BlobStoreRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    private String name;

    String name() {
        return name;
    }
}
