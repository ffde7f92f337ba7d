package io.trove.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** A public key that the installation signs with, as its ledger's first event recorded it. */
@Entity
@Table(name = "signing_key")
@IdClass(Place.class)
@NamedQuery(
        name = "SigningKeyRow.newest",
        query = "SELECT k FROM SigningKeyRow k WHERE k.ledgerId = :ledger ORDER BY k.position DESC")
class SigningKeyRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    private long position;

    @Column(name = "public_key")
    private String publicKey;

    String publicKey() {
        return publicKey;
    }
}
