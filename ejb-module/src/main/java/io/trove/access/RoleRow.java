package io.trove.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** A role that a principal has, as {@code access.role.granted} gave it. */
@Entity
@Table(name = "role_grant")
@IdClass(Place.class)
@NamedQuery(
        name = "RoleRow.of",
        query = "SELECT r FROM RoleRow r WHERE r.ledgerId = :ledger AND r.principal = :principal")
class RoleRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    private long position;

    @SuppressWarnings("unused") // read by the query
    private String principal;

    private String role;

    String role() {
        return role;
    }
}
