package io.trove.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A lease: the map of the table that {@link Lease} writes. */
@Entity
@Table(name = "lease")
@IdClass(LeasedWork.class)
class LeaseRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    @Column(name = "name")
    private String work;

    private String holder;

    private long fence;

    @Column(name = "expires_at")
    private long expiresAtMicros;

    boolean isHeldBy(String server, long term) {
        return holder.equals(server) && fence == term && expiresAtMicros > 0;
    }
}
