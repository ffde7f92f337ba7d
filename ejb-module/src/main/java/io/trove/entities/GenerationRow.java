package io.trove.entities;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** From when on which states count: the map of the table that {@link Generations} writes. */
@Entity
@Table(name = "entity_generation")
@IdClass(GenerationRow.Key.class)
class GenerationRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    @Column(name = "position")
    private long position;

    @Column(name = "generation")
    private long generation;

    @Column(name = "fold")
    private String fold;

    boolean isOf(Generation kept) {
        return generation == kept.number() && fold.equals(kept.fold().orElse(""));
    }

    /** The key of a row. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long ledgerId;
        private long position;

        Key() {}

        Key(long ledgerId, long position) {
            this.ledgerId = ledgerId;
            this.position = position;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && ledgerId == that.ledgerId && position == that.position;
        }

        @Override
        public int hashCode() {
            return Objects.hash(ledgerId, position);
        }
    }
}
