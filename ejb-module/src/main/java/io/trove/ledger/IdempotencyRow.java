package io.trove.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A request that had its effect, by the hash of its key. Jakarta Persistence never writes it. */
@Entity
@Table(name = "idempotency")
class IdempotencyRow {

    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    @Column(name = "key_hash")
    private byte[] keyHash;

    @Column(name = "request_digest")
    private byte[] requestDigest;

    @Column(name = "first_position")
    private long firstPosition;

    @Column(name = "event_count")
    private long count;

    Known.Request request() {
        return new Known.Request(firstPosition, requestDigest, count);
    }
}
