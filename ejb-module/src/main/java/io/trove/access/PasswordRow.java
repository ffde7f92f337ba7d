package io.trove.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** That a password was set, as {@code access.password.set} says; the newest of a principal is the one that holds. */
@Entity
@Table(name = "password")
@IdClass(Place.class)
@NamedQuery(name = "PasswordRow.newest", query = """
                SELECT c
                FROM PasswordRow p, CredentialRow c
                WHERE p.ledgerId = :ledger
                  AND p.principal = :principal
                  AND p.position > :removed
                  AND c.ledgerId = p.ledgerId
                  AND c.eventId = p.eventId
                ORDER BY p.position DESC
                """)
class PasswordRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    private long position;

    @SuppressWarnings("unused") // read by the query
    private String principal;

    @Column(name = "event_id")
    private String eventId;
}
