package io.trove.entities;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** How far a generation of a ledger's states is followed: the map of the table that {@link StateRows} writes. */
@Entity
@Table(name = "entity_progress")
@IdClass(ProgressRow.Key.class)
class ProgressRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    @Column(name = "generation")
    private long generation;

    private long position;

    private long fence;

    boolean isAt(long below, long term) {
        return position == below && fence == term;
    }

    /** The key of a row. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long ledgerId;
        private long generation;

        Key() {}

        Key(long ledgerId, long generation) {
            this.ledgerId = ledgerId;
            this.generation = generation;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && ledgerId == that.ledgerId && generation == that.generation;
        }

        @Override
        public int hashCode() {
            return Objects.hash(ledgerId, generation);
        }
    }
}
