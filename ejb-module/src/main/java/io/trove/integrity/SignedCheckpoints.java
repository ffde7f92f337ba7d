package io.trove.integrity;

import io.trove.evidence.SignedNote;
import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The checkpoints of a ledger: all of the last hour, and of the time before the first of each hour. */
final class SignedCheckpoints {

    static final long HOUR_MICROS = 3_600_000_000L;

    private static final String NEWEST = """
            SELECT note,
                   signed_at
              FROM checkpoint_recent
             WHERE ledger_id = ?
               AND tree_size = (SELECT MAX(tree_size) FROM checkpoint_recent WHERE ledger_id = ?)""";

    private static final String OF_SIZE = """
            SELECT note,
                   signed_at
              FROM checkpoint_recent
             WHERE ledger_id = ?
               AND tree_size = ?
             UNION
            SELECT note,
                   signed_at
              FROM checkpoint
             WHERE ledger_id = ?
               AND tree_size = ?""";

    private static final String KEEP_RECENT = """
            INSERT INTO checkpoint_recent (ledger_id, tree_size, signed_at, note, fence)
            SELECT ledger_id,
                   CAST(? AS BIGINT),
                   CAST(? AS BIGINT),
                   CAST(? AS VARCHAR(4000)),
                   CAST(? AS BIGINT)
              FROM ledger
             WHERE ledger_id = ?
               AND NOT EXISTS (SELECT 1 FROM checkpoint_recent WHERE ledger_id = ? AND fence > ?)""";

    private static final String KEEP = """
            INSERT INTO checkpoint (ledger_id, tree_size, signed_at, note)
            VALUES (?, ?, ?, ?)""";

    private static final String KEPT = """
            SELECT COUNT(*)
              FROM checkpoint
             WHERE ledger_id = ?
               AND tree_size = ?""";

    private static final String KEPT_SINCE = """
            SELECT COUNT(*)
              FROM checkpoint
             WHERE ledger_id = ?
               AND signed_at >= ?""";

    private static final String THIN = """
            DELETE FROM checkpoint_recent
             WHERE ledger_id = ?
               AND signed_at < ?
               AND tree_size < (SELECT MAX(tree_size) FROM checkpoint_recent WHERE ledger_id = ?)""";

    private final Tables tables;

    SignedCheckpoints(Tables tables) {
        this.tables = tables;
    }

    Optional<Signed> newest() throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(NEWEST)) {
            select.setLong(1, tables.ledger());
            select.setLong(2, tables.ledger());
            return first(select);
        }
    }

    Optional<Signed> ofSize(long size) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(OF_SIZE)) {
            select.setLong(1, tables.ledger());
            select.setLong(2, size);
            select.setLong(3, tables.ledger());
            select.setLong(4, size);
            return first(select);
        }
    }

    /**
     * Keeps the checkpoint unless there is one of its size, or one that was signed in a later term than this; false when
     * there is. The first of an hour is kept for good.
     */
    boolean keep(Signed signed, long fence) throws SQLException {
        tables.connection().setAutoCommit(false);
        try {
            boolean kept = insertRecent(signed, fence);
            if (kept && !isKept(KEPT_SINCE, signed.signedAtMicros() / HOUR_MICROS * HOUR_MICROS)) {
                insert(signed);
            }
            tables.connection().commit();
            return kept;
        } catch (SQLException failure) {
            tables.connection().rollback();
            if (isThere(failure)) {
                return false;
            }
            throw failure;
        } finally {
            tables.connection().setAutoCommit(true);
        }
    }

    boolean isKeptForGood(long size) throws SQLException {
        return isKept(KEPT, size);
    }

    /** Keeps a checkpoint for good: one that a witness has seen, or by which a key hands over. */
    void keepForGood(long size) throws SQLException {
        try {
            Optional<Signed> signed = ofSize(size);
            if (signed.isPresent()) {
                insert(signed.get());
            }
        } catch (SQLException failure) {
            if (!isThere(failure)) {
                throw failure;
            }
        }
    }

    /** Drops what is older than an hour, but for the newest; what is kept for good lies elsewhere. */
    void thin(long nowMicros) throws SQLException {
        try (PreparedStatement delete = tables.connection().prepareStatement(THIN)) {
            delete.setLong(1, tables.ledger());
            delete.setLong(2, nowMicros - HOUR_MICROS);
            delete.setLong(3, tables.ledger());
            delete.executeUpdate();
        }
    }

    private boolean insertRecent(Signed signed, long fence) throws SQLException {
        try (PreparedStatement insert = tables.connection().prepareStatement(KEEP_RECENT)) {
            insert.setLong(1, signed.checkpoint().size());
            insert.setLong(2, signed.signedAtMicros());
            insert.setString(3, signed.note().print());
            insert.setLong(4, fence);
            insert.setLong(5, tables.ledger());
            insert.setLong(6, tables.ledger());
            insert.setLong(7, fence);
            return insert.executeUpdate() == 1;
        }
    }

    private void insert(Signed signed) throws SQLException {
        try (PreparedStatement insert = tables.connection().prepareStatement(KEEP)) {
            insert.setLong(1, tables.ledger());
            insert.setLong(2, signed.checkpoint().size());
            insert.setLong(3, signed.signedAtMicros());
            insert.setString(4, signed.note().print());
            insert.executeUpdate();
        }
    }

    private boolean isKept(String sql, long sizeOrMicros) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(sql)) {
            select.setLong(1, tables.ledger());
            select.setLong(2, sizeOrMicros);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getLong(1) > 0;
            }
        }
    }

    private static Optional<Signed> first(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new Signed(SignedNote.parse(row.getString(1)), row.getLong(2)))
                    : Optional.empty();
        }
    }

    private static boolean isThere(SQLException failure) {
        return String.valueOf(failure.getSQLState()).startsWith("23");
    }
}
