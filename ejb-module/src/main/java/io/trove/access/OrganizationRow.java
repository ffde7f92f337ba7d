package io.trove.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** An organization, as {@code organization.created} made it. */
@Entity
@Table(name = "organization")
@IdClass(Place.class)
@NamedQuery(
        name = "OrganizationRow.all",
        query = "SELECT o FROM OrganizationRow o WHERE o.ledgerId = :ledger ORDER BY o.name")
@NamedQuery(
        name = "OrganizationRow.named",
        query = "SELECT o FROM OrganizationRow o WHERE o.ledgerId = :ledger AND o.name = :name")
class OrganizationRow {

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
