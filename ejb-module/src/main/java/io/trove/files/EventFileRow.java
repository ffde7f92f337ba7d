package io.trove.files;

import io.trove.event.Attached;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/** A file of an event: the map of what {@link FileRows} writes. Jakarta Persistence never writes it. */
@Entity
@Table(name = "event_file")
@IdClass(EventFileRow.Key.class)
class EventFileRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    private long position;

    @Id
    @Column(name = "file_id")
    private String fileId;

    private String hash;

    private long size;

    private String locator;

    Attached file() {
        return new Attached(fileId, hash, size, Optional.ofNullable(locator));
    }

    /** The key of a row. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long ledgerId;
        private long position;
        private String fileId;

        Key() {}

        Key(long ledgerId, long position, String fileId) {
            this.ledgerId = ledgerId;
            this.position = position;
            this.fileId = fileId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && ledgerId == that.ledgerId
                    && position == that.position
                    && Objects.equals(fileId, that.fileId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(ledgerId, position, fileId);
        }
    }
}
