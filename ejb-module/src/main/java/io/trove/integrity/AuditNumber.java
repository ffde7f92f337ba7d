package io.trove.integrity;

import java.io.Serializable;
import java.util.Objects;

/** The key of an audit: its ledger and its number. */
class AuditNumber implements Serializable {

    private static final long serialVersionUID = 1L;

    private long ledgerId;
    private long auditId;

    AuditNumber() {}

    AuditNumber(long ledgerId, long auditId) {
        this.ledgerId = ledgerId;
        this.auditId = auditId;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AuditNumber that && ledgerId == that.ledgerId && auditId == that.auditId;
    }

    @Override
    public int hashCode() {
        return Objects.hash(ledgerId, auditId);
    }
}
