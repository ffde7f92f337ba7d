package io.trove.entities;

import io.trove.event.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** A state that is kept: the map of the table that {@link Snapshots} writes. */
@Entity
@Table(name = "entity_snapshot")
@IdClass(SnapshotRow.Key.class)
class SnapshotRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    @Column(name = "generation")
    private long generation;

    @Id
    @Column(name = "entity_id")
    private String entityId;

    @Id
    @Column(name = "entity_type")
    private String entityType;

    @Id
    @Column(name = "position")
    private long position;

    @Column(name = "version")
    private long version;

    @Column(name = "event_count")
    private long count;

    @Column(name = "created_max")
    private long createdMaxMicros;

    @Column(name = "state")
    private byte[] state;

    boolean isOf(State kept) {
        return version == kept.version()
                && count == kept.count()
                && createdMaxMicros == kept.createdMaxMicros()
                && State.read(Json.parse(state)).equals(kept);
    }

    /** The key of a row. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long ledgerId;
        private long generation;
        private String entityId;
        private String entityType;
        private long position;

        Key() {}

        Key(long ledgerId, long generation, String entityId, String entityType, long position) {
            this.ledgerId = ledgerId;
            this.generation = generation;
            this.entityId = entityId;
            this.entityType = entityType;
            this.position = position;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && ledgerId == that.ledgerId
                    && generation == that.generation
                    && entityId.equals(that.entityId)
                    && entityType.equals(that.entityType)
                    && position == that.position;
        }

        @Override
        public int hashCode() {
            return Objects.hash(ledgerId, generation, entityId, entityType, position);
        }
    }
}
