package io.trove.files;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** A root that was granted or revoked: the map of what {@link RootRows} writes. Jakarta Persistence never writes it. */
@Entity
@Table(name = "file_root")
@IdClass(FileRootRow.Key.class)
class FileRootRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    private long position;

    private String root;

    @Column(name = "is_granted")
    private long granted;

    boolean says(String text, boolean isGranted) {
        return root.equals(text) && (granted == 1) == isGranted;
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
