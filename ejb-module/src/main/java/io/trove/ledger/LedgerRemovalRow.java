package io.trove.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** That a ledger is removed, beside the event that says so. */
@Entity
@Table(name = "ledger_removal")
@IdClass(LedgerRemovalRow.Of.class)
@NamedQuery(
        name = "LedgerRemovalRow.named",
        query =
                "SELECT r FROM LedgerRemovalRow r WHERE r.organization = :organization AND r.environment = :environment")
class LedgerRemovalRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    private String uid;

    @Column(name = "removed_id")
    private long removedId;

    private String organization;
    private String environment;

    /** Whether it tells of this ledger. */
    boolean says(Ledger ledger) {
        return uid.equals(ledger.uid())
                && removedId == ledger.id().value()
                && ledger.name().equals(new LedgerName(organization, environment));
    }

    /** Its key: the ledger that says so, and the one that is removed. */
    static class Of implements Serializable {

        private static final long serialVersionUID = 1L;

        private long ledgerId;
        private String uid;

        Of() {}

        Of(long ledgerId, String uid) {
            this.ledgerId = ledgerId;
            this.uid = uid;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Of that && ledgerId == that.ledgerId && Objects.equals(uid, that.uid);
        }

        @Override
        public int hashCode() {
            return Objects.hash(ledgerId, uid);
        }
    }
}
