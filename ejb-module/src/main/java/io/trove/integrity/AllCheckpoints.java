package io.trove.integrity;

import io.trove.evidence.EvidenceInvalid;
import io.trove.evidence.SignedNote;
import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that a ledger signed and that is kept, held against the keys that sign for it. */
final class AllCheckpoints {

    private static final String ALL = """
            SELECT tree_size,
                   signed_at,
                   note
              FROM checkpoint
             WHERE ledger_id = ?
             UNION
            SELECT tree_size,
                   signed_at,
                   note
              FROM checkpoint_recent
             WHERE ledger_id = ?""";

    private final LedgerKeys keys;
    private final SortedMap<Long, Signed> signed = new TreeMap<>();
    private final List<Disagreement> found = new ArrayList<>();

    private AllCheckpoints(LedgerKeys keys) {
        this.keys = keys;
    }

    static AllCheckpoints of(Tables tables, LedgerKeys keys) throws SQLException {
        var all = new AllCheckpoints(keys);
        try (PreparedStatement select = tables.connection().prepareStatement(ALL)) {
            select.setLong(1, tables.ledger());
            select.setLong(2, tables.ledger());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(row.getLong(1), row.getLong(2), row.getString(3));
                }
            }
        }
        return all;
    }

    private void add(long size, long signedAt, String text) {
        try {
            var each = new Signed(SignedNote.parse(text), signedAt);
            if (each.checkpoint().size() != size) {
                disagrees(
                        "size",
                        "The checkpoint of size %d says %d"
                                .formatted(size, each.checkpoint().size()));
            }
            if (keys.find(size).stream().noneMatch(each.note()::isSignedBy)) {
                disagrees(
                        "signature",
                        "The key whose time it was did not sign the checkpoint of size %d".formatted(size));
            } else {
                signed.put(each.checkpoint().size(), each);
            }
        } catch (EvidenceInvalid broken) {
            disagrees("note", "The checkpoint of size %d is none any more: %s".formatted(size, broken.getMessage()));
        }
    }

    private void disagrees(String field, String sentence) {
        found.add(Disagreement.of("checkpoint", field, sentence));
    }

    /** Those that a key of the ledger signed, by their size. */
    SortedMap<Long, Signed> signed() {
        return signed;
    }

    List<Disagreement> found() {
        return found;
    }
}
