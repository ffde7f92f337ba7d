package io.trove.crypto;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A worker's row, which {@link FlakeWorkers} inserts to lease it. */
@Entity
@Table(name = "flake_worker")
class FlakeWorkerRow {

    @Id
    @SuppressWarnings("unused") // read by the entity manager
    private long worker;

    @Column(name = "leased_at")
    private long leasedAtMicros;

    long leasedAtMicros() {
        return leasedAtMicros;
    }
}
