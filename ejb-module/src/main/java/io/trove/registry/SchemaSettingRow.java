package io.trove.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** A row of settings: the map of what {@link SchemaEvents} writes. Jakarta Persistence never writes it. */
@Entity
@Table(name = "schema_setting")
@IdClass(SchemaSettingRow.Key.class)
class SchemaSettingRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    private long position;

    @Id
    private String name;

    @Column(name = "schema_id")
    private String schemaId;

    private String version;

    @Column(name = "value")
    private String text;

    Setting setting() {
        return new Setting(position, schemaId, version, name, text);
    }

    /** The key of a row. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long ledgerId;
        private long position;
        private String name;

        Key() {}

        Key(long ledgerId, long position, String name) {
            this.ledgerId = ledgerId;
            this.position = position;
            this.name = name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && ledgerId == that.ledgerId
                    && position == that.position
                    && Objects.equals(name, that.name);
        }

        @Override
        public int hashCode() {
            return Objects.hash(ledgerId, position, name);
        }
    }
}
