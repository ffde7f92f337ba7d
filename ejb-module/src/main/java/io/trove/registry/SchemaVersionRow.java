package io.trove.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** A row of registered versions: the map of what {@link SchemaEvents} writes. Jakarta Persistence never writes it. */
@Entity
@Table(name = "schema_version")
@IdClass(SchemaVersionRow.Key.class)
class SchemaVersionRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    @Column(name = "schema_id")
    private String schemaId;

    @Id
    private String version;

    private long position;

    long position() {
        return position;
    }

    /** The key of a row. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long ledgerId;
        private String schemaId;
        private String version;

        Key() {}

        Key(long ledgerId, String schemaId, String version) {
            this.ledgerId = ledgerId;
            this.schemaId = schemaId;
            this.version = version;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && ledgerId == that.ledgerId
                    && Objects.equals(schemaId, that.schemaId)
                    && Objects.equals(version, that.version);
        }

        @Override
        public int hashCode() {
            return Objects.hash(ledgerId, schemaId, version);
        }
    }
}
