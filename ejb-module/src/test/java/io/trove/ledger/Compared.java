package io.trove.ledger;

import io.trove.event.KeptDocument;
import io.trove.filter.Tables;
import java.sql.SQLException;
import java.util.List;

/** What an audit finds of rows that follow from events, without the audit. */
public final class Compared {

    private Compared() {}

    /** Each difference as {@code position subject field}. */
    public static List<String> differences(Follows follows, FreshDatabase database, Ledger ledger, long size)
            throws SQLException {
        try (var connection = database.source().getConnection()) {
            Tables tables = Database.of(connection).tables(connection, ledger.id());
            Follows.Comparison comparison = follows.over(tables, 0, size);
            try (var select = connection.prepareStatement(
                    "SELECT position, document FROM event WHERE ledger_id = ? ORDER BY position")) {
                select.setLong(1, tables.ledger());
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        comparison.see(
                                row.getLong(1), KeptDocument.of(row.getBytes(2)).orElseThrow());
                    }
                }
            }
            return comparison.differences().stream()
                    .map(each -> each.position() + " " + each.subject() + " " + each.field())
                    .toList();
        }
    }

    /** Changes rows of one ledger behind Trove's back; how many. */
    public static int tamper(FreshDatabase database, Ledger ledger, String sql) throws SQLException {
        String own = "WHERE ledger_id = " + ledger.id().value();
        String only = sql.contains("WHERE") ? sql.replace("WHERE", own + " AND") : sql + " " + own;
        try (var connection = database.source().getConnection();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(only);
        }
    }
}
