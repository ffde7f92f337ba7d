package io.trove.integrity;

import io.trove.filter.Tables;
import io.trove.ledger.Head;
import io.trove.merkle.CompactRange;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** The end of a ledger: what its head says, held against the tree of all events, what is behind it, and what was signed. */
final class Whole {

    private static final String HEAD = """
            SELECT size,
                   recorded_at,
                   settings_version,
                   epoch,
                   tree
              FROM ledger_head
             WHERE ledger_id = ?""";

    private static final String BEYOND = """
            SELECT MIN(position)
              FROM event
             WHERE ledger_id = ?
               AND position >= ?""";

    private final Tables tables;
    private final AuditTable.Kept from;
    private final AllCheckpoints checkpoints;

    Whole(Tables tables, AuditTable.Kept from, AllCheckpoints checkpoints) {
        this.tables = tables;
        this.from = from;
        this.checkpoints = checkpoints;
    }

    /** Adds where they do not agree. */
    void look(CompactRange tree, List<Disagreement> found) throws SQLException {
        if (!Arrays.equals(tree.bytes(), from.headTree())) {
            found.add(Disagreement.of(
                    "head",
                    "tree",
                    "The tree of the head is not that of its events, at size %d".formatted(from.size())));
        }
        OptionalLong beyond = beyond(from.size());
        Head now = head(tables);
        if (beyond.isPresent() && beyond.getAsLong() >= now.size()) {
            found.add(Disagreement.at(
                    beyond.getAsLong(),
                    "head",
                    "size",
                    "The head says size %d, and there is an event behind that".formatted(now.size())));
        }
        checkpoints.signed().tailMap(now.size() + 1).values().stream()
                .findFirst()
                .ifPresent(signed -> found.add(Disagreement.of(
                        "head",
                        "size",
                        "Size %d was signed, and the ledger's is %d: the newest events are missing"
                                .formatted(signed.checkpoint().size(), now.size()))));
    }

    /** The head as it lies in the database, whatever this server remembers of it. */
    static Head head(Tables tables) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(HEAD)) {
            select.setLong(1, tables.ledger());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Head.kept(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getBytes(5));
            }
        }
    }

    private OptionalLong beyond(long size) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(BEYOND)) {
            select.setLong(1, tables.ledger());
            select.setLong(2, size);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                long position = row.getLong(1);
                return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(position);
            }
        }
    }
}
