package io.trove.entities;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** That an event names an entity: the map of the table that {@link Naming} writes. */
@Entity
@Table(name = "entity_naming")
@IdClass(NamingRow.Key.class)
class NamingRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    @Column(name = "entity_id")
    private String entityId;

    @Id
    @Column(name = "entity_type")
    private String entityType;

    @Id
    @Column(name = "position")
    private long position;

    EntityId entity() {
        return new EntityId(entityType, entityId);
    }

    /** The key of a row. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long ledgerId;
        private String entityId;
        private String entityType;
        private long position;

        Key() {}

        Key(long ledgerId, String entityId, String entityType, long position) {
            this.ledgerId = ledgerId;
            this.entityId = entityId;
            this.entityType = entityType;
            this.position = position;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && ledgerId == that.ledgerId
                    && entityId.equals(that.entityId)
                    && entityType.equals(that.entityType)
                    && position == that.position;
        }

        @Override
        public int hashCode() {
            return Objects.hash(ledgerId, entityId, entityType, position);
        }
    }
}
