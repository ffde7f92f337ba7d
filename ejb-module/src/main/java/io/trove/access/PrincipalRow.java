package io.trove.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** A principal, as {@code access.principal.created} made it. */
@Entity
@Table(name = "principal")
@IdClass(Place.class)
@NamedQuery(
        name = "PrincipalRow.named",
        query = "SELECT p FROM PrincipalRow p WHERE p.ledgerId = :ledger AND p.name = :name")
class PrincipalRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    private long position;

    private String name;

    String name() {
        return name;
    }
}
