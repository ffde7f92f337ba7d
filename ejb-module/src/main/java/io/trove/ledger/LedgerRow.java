package io.trove.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** A row of the directory. */
@Entity
@Table(name = "ledger")
@NamedQuery(
        name = "LedgerRow.named",
        query = "SELECT l FROM LedgerRow l WHERE l.organization = :organization AND l.environment = :environment")
@NamedQuery(
        name = "LedgerRow.removed",
        query = "SELECT l FROM LedgerRow l WHERE l.uid IN (SELECT r.uid FROM LedgerRemovalRow r)")
@NamedQuery(name = "LedgerRow.all", query = "SELECT l FROM LedgerRow l ORDER BY l.organization, l.environment")
class LedgerRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    private String uid;
    private String organization;
    private String environment;
    private String origin;

    @Column(name = "created_at")
    private long createdAtMicros;

    Ledger ledger() {
        return new Ledger(new LedgerId(ledgerId), new LedgerName(organization, environment), uid, origin);
    }
}
