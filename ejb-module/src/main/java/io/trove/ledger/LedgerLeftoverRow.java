package io.trove.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** A ledger that is no longer in the directory, and of which something may be left. */
@Entity
@Table(name = "ledger_leftover")
@NamedQuery(name = "LedgerLeftoverRow.all", query = "SELECT l FROM LedgerLeftoverRow l ORDER BY l.ledgerId")
class LedgerLeftoverRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    private String uid;
    private String organization;
    private String environment;
    private String origin;

    @Column(name = "removed_at")
    private long removedAtMicros;

    Ledger ledger() {
        return new Ledger(new LedgerId(ledgerId), new LedgerName(organization, environment), uid, origin);
    }

    long removedAtMicros() {
        return removedAtMicros;
    }
}
