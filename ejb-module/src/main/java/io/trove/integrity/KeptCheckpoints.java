package io.trove.integrity;

import io.trove.evidence.SignedNote;
import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The checkpoints that a ledger keeps, for people to leaf through: the newest first. */
final class KeptCheckpoints {

    private static final String BEFORE = """
            SELECT tree_size,
                   signed_at,
                   note
              FROM checkpoint
             WHERE ledger_id = ?
               AND tree_size < ?
             UNION
            SELECT tree_size,
                   signed_at,
                   note
              FROM checkpoint_recent
             WHERE ledger_id = ?
               AND tree_size < ?
             ORDER BY 1 DESC
             FETCH FIRST ? ROWS ONLY""";

    private final Tables tables;

    KeptCheckpoints(Tables tables) {
        this.tables = tables;
    }

    /** The newest so many below a size, each with the lines of the witnesses that saw it. */
    List<Signed> before(long size, int limit) throws SQLException {
        var signed = new ArrayList<Signed>();
        try (PreparedStatement select = tables.connection().prepareStatement(BEFORE)) {
            select.setLong(1, tables.ledger());
            select.setLong(2, size);
            select.setLong(3, tables.ledger());
            select.setLong(4, size);
            select.setInt(5, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    signed.add(new Signed(SignedNote.parse(row.getString(3)), row.getLong(2)));
                }
            }
        }
        var cosignatures = new Cosignatures(tables);
        var seen = new ArrayList<Signed>();
        for (Signed each : signed) {
            seen.add(cosignatures.with(each));
        }
        return seen;
    }
}
