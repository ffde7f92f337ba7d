package io.trove.entities;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** An entity whose fold failed at an event: the map of the table that {@link ParkedRows} writes. */
@Entity
@Table(name = "entity_parked")
@IdClass(ParkedRow.Key.class)
class ParkedRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    @Column(name = "generation")
    private long generation;

    @Id
    @Column(name = "position")
    private long position;

    @Id
    @Column(name = "entity_type")
    private String entityType;

    @Id
    @Column(name = "entity_id")
    private String entityId;

    long position() {
        return position;
    }

    /** The key of a row. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long ledgerId;
        private long generation;
        private long position;
        private String entityType;
        private String entityId;

        Key() {}

        Key(long ledgerId, long generation, long position, String entityType, String entityId) {
            this.ledgerId = ledgerId;
            this.generation = generation;
            this.position = position;
            this.entityType = entityType;
            this.entityId = entityId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && ledgerId == that.ledgerId
                    && generation == that.generation
                    && position == that.position
                    && entityType.equals(that.entityType)
                    && entityId.equals(that.entityId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(ledgerId, generation, position, entityType, entityId);
        }
    }
}
