package io.trove.files;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** Bytes that a ledger keeps: the map of the table that {@link BlobRows} writes. */
@Entity
@Table(name = "blob")
@IdClass(BlobRow.Key.class)
class BlobRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    private String hash;

    private long size;

    @Column(name = "kept_at")
    private Long keptAtMicros;

    @Column(name = "touched_at")
    private long touchedAtMicros;

    boolean isKept() {
        return keptAtMicros != null && touchedAtMicros >= keptAtMicros;
    }

    long size() {
        return size;
    }

    /** The key of a row. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long ledgerId;
        private String hash;

        Key() {}

        Key(long ledgerId, String hash) {
            this.ledgerId = ledgerId;
            this.hash = hash;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && ledgerId == that.ledgerId && hash.equals(that.hash);
        }

        @Override
        public int hashCode() {
            return Objects.hash(ledgerId, hash);
        }
    }
}
