package io.trove.entities;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** Where what a type of commands leads to was registered: the map of the table that {@link CommandEvents} writes. */
@Entity
@Table(name = "command_handler")
@IdClass(HandlerRow.Key.class)
class HandlerRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    @Column(name = "type")
    private String type;

    @Id
    @Column(name = "position")
    private long position;

    long position() {
        return position;
    }

    /** The key of a row. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long ledgerId;
        private String type;
        private long position;

        Key() {}

        Key(long ledgerId, String type, long position) {
            this.ledgerId = ledgerId;
            this.type = type;
            this.position = position;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && ledgerId == that.ledgerId
                    && type.equals(that.type)
                    && position == that.position;
        }

        @Override
        public int hashCode() {
            return Objects.hash(ledgerId, type, position);
        }
    }
}
