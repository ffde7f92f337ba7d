package io.trove.files;

import io.trove.ledger.Database;
import io.trove.ledger.Ledger;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Forgets bytes that no event has come to hold. Each is decided while its row is held: who wants to give it to an event
 * waits for that (see {@link BlobRows#use}), and what was used within the day is left alone, because its event may be on
 * its way.
 */
final class Sweep {

    static final Duration UNUSED_MAX = Duration.ofDays(1);

    private static final int AT_ONCE_MAX = 1_000;

    /** The time of use of what an event holds: it is looked at no more. */
    private static final long FOR_GOOD = Long.MAX_VALUE;

    private static final String UNUSED = """
            SELECT hash,
                   size
              FROM blob
             WHERE ledger_id = ?
               AND touched_at < ?
             ORDER BY touched_at
             FETCH FIRST %d ROWS ONLY""".formatted(AT_ONCE_MAX);

    private static final String TAKE = """
            UPDATE blob
               SET touched_at = ?
             WHERE ledger_id = ?
               AND hash = ?
               AND touched_at < ?""";

    private static final String HELD = """
            SELECT position
              FROM event_file
             WHERE ledger_id = ?
               AND hash = ?
               AND locator IS NULL
             FETCH FIRST 1 ROW ONLY""";

    private static final String FORGET_UPLOADS = """
            DELETE FROM blob_upload
             WHERE ledger_id = ?
               AND hash = ?""";

    private static final String FORGET = """
            DELETE FROM blob
             WHERE ledger_id = ?
               AND hash = ?""";

    private final Sql sql;
    private final Database database;
    private final BlobStore store;

    Sweep(Sql sql, Database database, BlobStore store) {
        this.sql = sql;
        this.database = database;
        this.store = store;
    }

    /** How many blobs of the ledger were forgotten. */
    int sweep(Ledger ledger, long nowMicros) {
        long before = nowMicros - UNUSED_MAX.toNanos() / 1_000;
        int forgotten = 0;
        List<Blob> unused = unused(ledger, before);
        while (!unused.isEmpty()) {
            for (Blob blob : unused) {
                forgotten += sql.transaction(connection -> forget(connection, ledger, blob, before)) ? 1 : 0;
            }
            unused = unused.size() < AT_ONCE_MAX ? List.of() : unused(ledger, before);
        }
        return forgotten;
    }

    private List<Blob> unused(Ledger ledger, long before) {
        return sql.select(
                row -> new Blob(ledger.uid(), row.getString(1), row.getLong(2)),
                UNUSED,
                ledger.id().value(),
                before);
    }

    private boolean forget(Connection connection, Ledger ledger, Blob blob, long before) throws SQLException {
        long id = ledger.id().value();
        if (Sql.update(connection, TAKE, FOR_GOOD, id, blob.hash(), before) == 0 || isHeld(connection, id, blob)) {
            return false;
        }
        try {
            store.delete(blob);
        } catch (IOException failure) {
            throw new BlobStoreUnavailable(failure);
        }
        Sql.update(connection, FORGET_UPLOADS, id, blob.hash());
        Sql.update(connection, FORGET, id, blob.hash());
        return true;
    }

    private boolean isHeld(Connection connection, long ledger, Blob blob) throws SQLException {
        return !Sql.select(connection, row -> row.getLong(1), HELD + database.immutableRead(), ledger, blob.hash())
                .isEmpty();
    }
}
