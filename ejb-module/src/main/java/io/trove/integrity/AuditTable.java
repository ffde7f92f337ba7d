package io.trove.integrity;

import io.trove.filter.Tables;
import io.trove.ledger.Head;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The audits of a ledger and what they found. */
final class AuditTable {

    private static final String BEGIN = """
            INSERT INTO audit
                   (ledger_id, audit_id, requested_by, started_at, head_size, head_tree, at_position, at_tree, recorded_at,
                    disagreements, following_rows)
            VALUES (?, ?, ?, ?, ?, ?, 0, ?, 0, 0, 0)""";

    private static final String NEWEST = """
            SELECT COALESCE(MAX(audit_id), 0)
              FROM audit
             WHERE ledger_id = ?""";

    private static final String ONE = """
            SELECT requested_by,
                   started_at,
                   ended_at,
                   head_size,
                   head_tree,
                   at_position,
                   at_tree,
                   recorded_at,
                   disagreements,
                   following_rows,
                   bytes_behind,
                   files_read,
                   bytes_read
              FROM audit
             WHERE ledger_id = ?
               AND audit_id = ?""";

    private static final String MOVE_ON = """
            UPDATE audit
               SET at_position = ?,
                   at_tree = ?,
                   recorded_at = ?,
                   disagreements = ?,
                   following_rows = ?,
                   bytes_behind = ?,
                   files_read = ?,
                   bytes_read = ?,
                   ended_at = ?
             WHERE ledger_id = ?
               AND audit_id = ?
               AND at_position = ?
               AND bytes_behind = ?
               AND ended_at IS NULL""";

    private static final String KEEP = """
            INSERT INTO disagreement (ledger_id, audit_id, ordinal, position, subject, field, sentence)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";

    private static final String FOUND = """
            SELECT position,
                   subject,
                   field,
                   sentence
              FROM disagreement
             WHERE ledger_id = ?
               AND audit_id = ?
             ORDER BY ordinal""";

    private final Tables tables;

    AuditTable(Tables tables) {
        this.tables = tables;
    }

    /** An audit as it is kept: what it holds the ledger against, where it goes on, and how many rows follow so far. */
    record Kept(
            long id,
            String requestedBy,
            long startedAt,
            OptionalLong endedAt,
            long size,
            byte[] headTree,
            long at,
            byte[] tree,
            long recordedAt,
            long count,
            long rows,
            Read read) {}

    /** How far the bytes of files were read again: behind which hash it goes on, how many files, how many bytes. */
    record Read(String behind, long files, long bytes) {}

    /** Begins an audit of what is there now; its number. */
    long begin(String requestedBy, long nowMicros, Head head) throws SQLException {
        long id = newestId() + 1;
        try (PreparedStatement insert = tables.connection().prepareStatement(BEGIN)) {
            insert.setLong(1, tables.ledger());
            insert.setLong(2, id);
            insert.setString(3, requestedBy);
            insert.setLong(4, nowMicros);
            insert.setLong(5, head.size());
            insert.setBytes(6, head.tree());
            insert.setBytes(7, new byte[0]);
            insert.executeUpdate();
        }
        return id;
    }

    /** The number of the newest audit; 0 when there is none. */
    long newestId() throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(NEWEST)) {
            select.setLong(1, tables.ledger());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    Optional<Kept> find(long id) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(ONE)) {
            select.setLong(1, tables.ledger());
            select.setLong(2, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(kept(id, row)) : Optional.empty();
            }
        }
    }

    private static Kept kept(long id, ResultSet row) throws SQLException {
        long ended = row.getLong(3);
        OptionalLong endedAt = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(ended);
        return new Kept(
                id,
                row.getString(1),
                row.getLong(2),
                endedAt,
                row.getLong(4),
                bytes(row, 5),
                row.getLong(6),
                bytes(row, 7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                new Read(row.getString(11), row.getLong(12), row.getLong(13)));
    }

    private static byte[] bytes(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? new byte[0] : bytes;
    }

    /** Notes how far an audit is and what it found since, both or neither; false when another server was there before. */
    boolean moveOn(Kept from, Kept to, List<Disagreement> found) throws SQLException {
        tables.connection().setAutoCommit(false);
        try {
            boolean moved = update(from, to);
            if (moved) {
                keep(from, found);
            }
            tables.connection().commit();
            return moved;
        } catch (SQLException failure) {
            tables.connection().rollback();
            throw failure;
        } finally {
            tables.connection().setAutoCommit(true);
        }
    }

    private boolean update(Kept from, Kept to) throws SQLException {
        try (PreparedStatement update = tables.connection().prepareStatement(MOVE_ON)) {
            update.setLong(1, to.at());
            update.setBytes(2, to.tree());
            update.setLong(3, to.recordedAt());
            update.setLong(4, to.count());
            update.setLong(5, to.rows());
            update.setString(6, to.read().behind());
            update.setLong(7, to.read().files());
            update.setLong(8, to.read().bytes());
            setOptional(update, 9, to.endedAt());
            update.setLong(10, tables.ledger());
            update.setLong(11, from.id());
            update.setLong(12, from.at());
            update.setString(13, from.read().behind());
            return update.executeUpdate() == 1;
        }
    }

    private void keep(Kept from, List<Disagreement> found) throws SQLException {
        try (PreparedStatement insert = tables.connection().prepareStatement(KEEP)) {
            long ordinal = from.count();
            for (Disagreement each : found) {
                if (ordinal < AuditReport.DISAGREEMENTS_MAX) {
                    insert.setLong(1, tables.ledger());
                    insert.setLong(2, from.id());
                    insert.setLong(3, ordinal++);
                    setOptional(insert, 4, each.position());
                    insert.setString(5, each.subject());
                    insert.setString(6, each.field());
                    insert.setString(7, each.sentence());
                    insert.executeUpdate();
                }
            }
        }
    }

    private static void setOptional(PreparedStatement statement, int index, OptionalLong value) throws SQLException {
        if (value.isPresent()) {
            statement.setLong(index, value.getAsLong());
        } else {
            statement.setNull(index, Types.BIGINT);
        }
    }

    List<Disagreement> found(long id) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(FOUND)) {
            select.setLong(1, tables.ledger());
            select.setLong(2, id);
            var found = new ArrayList<Disagreement>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long position = row.getLong(1);
                    OptionalLong at = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(position);
                    found.add(new Disagreement(at, row.getString(2), row.getString(3), row.getString(4)));
                }
            }
            return found;
        }
    }
}
