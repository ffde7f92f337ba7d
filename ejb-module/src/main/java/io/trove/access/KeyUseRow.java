package io.trove.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** When an API key was last used, coarsely. */
@Entity
@Table(name = "key_use")
@IdClass(KeyUseRow.Of.class)
class KeyUseRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    @Column(name = "key_id")
    private String keyId;

    @Column(name = "used_at")
    private long usedAt;

    long usedAt() {
        return usedAt;
    }

    /** The key that was used. */
    static class Of implements Serializable {

        private static final long serialVersionUID = 1L;

        private long ledgerId;
        private String keyId;

        Of() {}

        Of(long ledgerId, String keyId) {
            this.ledgerId = ledgerId;
            this.keyId = keyId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Of that && ledgerId == that.ledgerId && Objects.equals(keyId, that.keyId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(ledgerId, keyId);
        }
    }
}
