package io.trove.integrity;

import io.trove.evidence.SignedNote;
import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The lines of the witnesses that saw a ledger's checkpoints. */
final class Cosignatures {

    private static final String LINES = """
            SELECT line
              FROM cosignature
             WHERE ledger_id = ?
               AND tree_size = ?
             ORDER BY witness""";

    private static final String NEWEST = """
            SELECT COALESCE(MAX(tree_size), 0)
              FROM cosignature
             WHERE ledger_id = ?
               AND witness = ?""";

    private static final String KEEP = """
            INSERT INTO cosignature (ledger_id, tree_size, witness, line)
            VALUES (?, ?, ?, ?)""";

    private final Tables tables;

    Cosignatures(Tables tables) {
        this.tables = tables;
    }

    /** The checkpoint with the lines of all who saw it. */
    Signed with(Signed signed) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(LINES)) {
            select.setLong(1, tables.ledger());
            select.setLong(2, signed.checkpoint().size());
            List<SignedNote.Line> lines = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.addAll(SignedNote.lines(row.getString(1)));
                }
            }
            return new Signed(signed.note().with(lines), signed.signedAtMicros());
        }
    }

    /** The largest tree that a witness saw. */
    long newestSize(String witness) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(NEWEST)) {
            select.setLong(1, tables.ledger());
            select.setString(2, witness);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Keeps a witness's line, and with it the checkpoint for good; false when the line is there. */
    boolean keep(Signed signed, String witness, SignedNote.Line line) throws SQLException {
        new SignedCheckpoints(tables).keepForGood(signed.checkpoint().size());
        try (PreparedStatement insert = tables.connection().prepareStatement(KEEP)) {
            insert.setLong(1, tables.ledger());
            insert.setLong(2, signed.checkpoint().size());
            insert.setString(3, witness);
            insert.setString(4, line.print());
            return insert.executeUpdate() == 1;
        } catch (SQLException failure) {
            if (String.valueOf(failure.getSQLState()).startsWith("23")) {
                return false;
            }
            throw failure;
        }
    }
}
