package io.trove.crypto;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A shared key's row. {@link Secrets} writes it by an insert of its own, because the first insert has to win alone. */
@Entity
@Table(name = "secret")
class SecretRow {

    @Id
    @SuppressWarnings("unused") // read by the entity manager
    private String name;

    private byte[] content;

    MacKey key() {
        return new MacKey(content);
    }
}
