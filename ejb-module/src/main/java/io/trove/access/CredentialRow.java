package io.trove.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** What an event that set a credential must not say: its hash. */
@Entity
@Table(name = "credential")
@IdClass(CredentialRow.Key.class)
class CredentialRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    @Column(name = "event_id")
    private String eventId;

    private String hash;

    Principal.Password password() {
        return new Principal.Password(eventId, hash);
    }

    /** The event that set the credential. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long ledgerId;
        private String eventId;

        Key() {}

        Key(long ledgerId, String eventId) {
            this.ledgerId = ledgerId;
            this.eventId = eventId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && ledgerId == that.ledgerId && Objects.equals(eventId, that.eventId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(ledgerId, eventId);
        }
    }
}
