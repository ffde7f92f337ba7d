package io.trove.entities;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** An event that a fold leaves out: the map of the table that {@link Naming} writes. */
@Entity
@Table(name = "entity_skip")
@IdClass(SkipRow.Key.class)
class SkipRow {

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
    @Column(name = "skipped")
    private long skipped;

    @Id
    @Column(name = "position")
    private long position;

    long skipped() {
        return skipped;
    }

    /** The key of a row. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long ledgerId;
        private String entityId;
        private String entityType;
        private long skipped;
        private long position;

        Key() {}

        Key(long ledgerId, String entityId, String entityType, long skipped, long position) {
            this.ledgerId = ledgerId;
            this.entityId = entityId;
            this.entityType = entityType;
            this.skipped = skipped;
            this.position = position;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && ledgerId == that.ledgerId
                    && entityId.equals(that.entityId)
                    && entityType.equals(that.entityType)
                    && skipped == that.skipped
                    && position == that.position;
        }

        @Override
        public int hashCode() {
            return Objects.hash(ledgerId, entityId, entityType, skipped, position);
        }
    }
}
