package io.trove.entities;

import io.trove.event.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/** What an entity is, as far as its ledger is followed: the map of the table that {@link StateRows} writes. */
@Entity
@Table(name = "entity_state")
@IdClass(StateRow.Key.class)
class StateRow {

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

    @Column(name = "position")
    private long position;

    @Column(name = "deleted_at")
    private long deletedAt;

    @Column(name = "parked_at")
    private Long parkedAt;

    @Column(name = "parked_why")
    private String parkedWhy;

    @Column(name = "state")
    private byte[] state;

    boolean isOf(State kept, Optional<Parked> parked) {
        return position == kept.position()
                && (deletedAt >= 0) == kept.isDeleted()
                && Objects.equals(parkedAt, parked.map(Parked::position).orElse(null))
                && Objects.equals(parkedWhy, parked.map(Parked::why).orElse(null))
                && State.read(Json.parse(state)).equals(kept);
    }

    /** The key of a row. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long ledgerId;
        private long generation;
        private String entityId;
        private String entityType;

        Key() {}

        Key(long ledgerId, long generation, String entityId, String entityType) {
            this.ledgerId = ledgerId;
            this.generation = generation;
            this.entityId = entityId;
            this.entityType = entityType;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && ledgerId == that.ledgerId
                    && generation == that.generation
                    && entityId.equals(that.entityId)
                    && entityType.equals(that.entityType);
        }

        @Override
        public int hashCode() {
            return Objects.hash(ledgerId, generation, entityId, entityType);
        }
    }
}
