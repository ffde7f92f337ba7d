package io.trove.ledger;

import io.trove.event.Json;
import io.trove.filter.Extent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What a conflict may name: no version of an entity whose newest event the caller does not see. */
final class Disclosure {

    private static final String NEWEST = """
            SELECT position,
                   entity_version,
                   document
              FROM event
             WHERE ledger_id = ?
               AND entity_type = ?
               AND entity_id = ?
             ORDER BY position DESC
             FETCH FIRST 1 ROW ONLY""";

    private final Storage storage;

    Disclosure(Storage storage) {
        this.storage = storage;
    }

    RuntimeException of(RuntimeException refusal, Ledger ledger, Extent seen) {
        if (seen.isAll() || !(refusal instanceof VersionConflict conflict) || !isOfSome(conflict)) {
            return refusal;
        }
        try (Connection connection = storage.source().getConnection()) {
            return isSeen(connection, ledger.id(), conflict, seen) ? conflict : conflict.unseen();
        } catch (SQLException failure) {
            throw StoreUnavailable.nothingWritten(failure);
        }
    }

    private static boolean isOfSome(VersionConflict conflict) {
        return conflict.actual().orElse(0) > 0;
    }

    private boolean isSeen(Connection connection, LedgerId ledger, VersionConflict conflict, Extent seen)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(NEWEST + storage.database().immutableRead())) {
            select.setLong(1, ledger.value());
            select.setString(2, conflict.expected().entityType());
            select.setString(3, conflict.expected().entityId());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        && row.getLong(2) == conflict.actual().orElseThrow()
                        && seen.contains(row.getLong(1), Json.kept(row.getBytes(3)));
            }
        }
    }
}
