package io.trove.integrity;

import java.io.Serializable;
import java.util.Objects;

/** The key of what an audit found. */
class DisagreementNumber implements Serializable {

    private static final long serialVersionUID = 1L;

    private long ledgerId;
    private long auditId;
    private long ordinal;

    DisagreementNumber() {}

    DisagreementNumber(long ledgerId, long auditId, long ordinal) {
        this.ledgerId = ledgerId;
        this.auditId = auditId;
        this.ordinal = ordinal;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DisagreementNumber that
                && ledgerId == that.ledgerId
                && auditId == that.auditId
                && ordinal == that.ordinal;
    }

    @Override
    public int hashCode() {
        return Objects.hash(ledgerId, auditId, ordinal);
    }
}
