package io.trove.integrity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** What an audit found: the map of the table that {@link AuditTable} writes. */
@Entity
@Table(name = "disagreement")
@IdClass(DisagreementNumber.class)
class DisagreementRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    @Column(name = "audit_id")
    private long auditId;

    @Id
    private long ordinal;

    private Long position;
    private String subject;
    private String field;
    private String sentence;

    boolean says(long where, String what, String part) {
        return position == where && subject.equals(what) && field.equals(part) && !sentence.isEmpty();
    }
}
