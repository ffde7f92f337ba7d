package io.trove.files;

import io.trove.ledger.Ledger;
import java.util.List;
import java.util.OptionalLong;

/** The rows of blobs: which bytes a ledger keeps, who brought them, and when they were last used; that never runs backwards. */
final class BlobRows {

    private static final int TRIES_MAX = 10;

    private static final String NEW = """
            INSERT INTO blob (ledger_id, hash, size, touched_at)
            VALUES (?, ?, ?, ?)""";

    private static final String TOUCH = """
            UPDATE blob
               SET touched_at = CASE WHEN touched_at > ? THEN touched_at ELSE ? END
             WHERE ledger_id = ?
               AND hash = ?""";

    private static final String KEPT = """
            UPDATE blob
               SET kept_at = ?,
                   touched_at = CASE WHEN touched_at > ? THEN touched_at ELSE ? END
             WHERE ledger_id = ?
               AND hash = ?""";

    private static final String SIZE = """
            SELECT size
              FROM blob
             WHERE ledger_id = ?
               AND hash = ?
               AND kept_at IS NOT NULL""";

    private static final String BEHIND = """
            SELECT hash,
                   size
              FROM blob
             WHERE ledger_id = ?
               AND hash > ?
             ORDER BY hash
             FETCH FIRST 1000 ROWS ONLY""";

    private static final String UPLOADED = """
            INSERT INTO blob_upload (ledger_id, hash, principal)
            VALUES (?, ?, ?)""";

    private static final String UPLOAD = """
            SELECT hash
              FROM blob_upload
             WHERE ledger_id = ?
               AND hash = ?
               AND principal = ?""";

    private final Sql sql;

    BlobRows(Sql sql) {
        this.sql = sql;
    }

    /** Announces bytes before anything of them is in the store, so that whatever lies there has a row by which it is swept. */
    void announce(Ledger ledger, Blob blob, long nowMicros) {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            if (touch(ledger, blob.hash(), nowMicros)
                    || sql.insert(NEW, ledger.id().value(), blob.hash(), blob.size(), nowMicros)) {
                return;
            }
        }
        throw new IllegalStateException("A blob came and went " + TRIES_MAX + " times while it was announced");
    }

    /** Says that the bytes are all there, and who brought them; false when they were swept meanwhile. */
    boolean keep(Ledger ledger, Blob blob, String principal, long nowMicros) {
        if (sql.update(KEPT, nowMicros, nowMicros, nowMicros, ledger.id().value(), blob.hash()) == 0) {
            return false;
        }
        sql.insert(UPLOADED, ledger.id().value(), blob.hash(), principal);
        return true;
    }

    /**
     * The size of bytes that are kept, which from now on are not swept for a day. Whoever sweeps holds the row while it does:
     * this waits for that, and then finds nothing.
     */
    OptionalLong use(Ledger ledger, String hash, long nowMicros) {
        List<Long> sizes = touch(ledger, hash, nowMicros)
                ? sql.select(row -> row.getLong(1), SIZE, ledger.id().value(), hash)
                : List.of();
        return sizes.isEmpty() ? OptionalLong.empty() : OptionalLong.of(sizes.get(0));
    }

    /** The next of a ledger's blobs behind a hash, by their hashes. */
    List<Blob> behind(Ledger ledger, String hash) {
        return sql.select(
                row -> new Blob(ledger.uid(), row.getString(1), row.getLong(2)),
                BEHIND,
                ledger.id().value(),
                hash);
    }

    boolean isUploader(Ledger ledger, String hash, String principal) {
        return !sql.select(row -> row.getString(1), UPLOAD, ledger.id().value(), hash, principal)
                .isEmpty();
    }

    /** As if they were used then: they are not swept for a day after it. False when they are not there. */
    boolean useUntil(Ledger ledger, String hash, long micros) {
        return touch(ledger, hash, micros);
    }

    private boolean touch(Ledger ledger, String hash, long nowMicros) {
        return sql.update(TOUCH, nowMicros, nowMicros, ledger.id().value(), hash) == 1;
    }
}
