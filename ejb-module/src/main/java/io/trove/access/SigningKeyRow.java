package io.trove.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** A public key that a ledger signs with, as its first event or a rotation recorded it. */
@Entity
@Table(name = "signing_key")
@IdClass(Place.class)
@NamedQuery(
        name = "SigningKeyRow.of",
        query = "SELECT k FROM SigningKeyRow k WHERE k.ledgerId = :ledger ORDER BY k.position")
@NamedQuery(name = "SigningKeyRow.current", query = """
                SELECT DISTINCT k.publicKey
                  FROM SigningKeyRow k
                 WHERE NOT EXISTS (SELECT n
                                     FROM SigningKeyRow n
                                    WHERE n.ledgerId = k.ledgerId
                                      AND n.position > k.position)""")
class SigningKeyRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    private long position;

    @Column(name = "public_key")
    private String publicKey;

    long position() {
        return position;
    }

    String publicKey() {
        return publicKey;
    }
}
