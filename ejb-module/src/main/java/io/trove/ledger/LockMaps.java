package io.trove.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Derby's maps of locks. A connection keeps three of them to use again, and none becomes smaller: after a transaction of
 * thousands of rows, each look-up over that connection clears a map of thousands of places. So where three others are there
 * when such a transaction ends, its own is let go.
 */
final class LockMaps {

    /** So many rows make a map that is worth letting go. */
    private static final int ROWS_MANY = 500;

    private static final int KEPT = 3;

    /** Any cursor has a map of its own while it is open. */
    private static final String CURSOR = "SELECT size FROM ledger_head WHERE ledger_id = ?";

    private LockMaps() {}

    /** Lets the map of this transaction, which wrote so many rows, go when it ends. */
    static void letGo(Connection connection, LedgerId ledger, int rows) throws SQLException {
        if (rows >= ROWS_MANY) {
            cursors(connection, ledger, KEPT);
        }
    }

    /** Opens so many, all of them before the first is closed. */
    private static void cursors(Connection connection, LedgerId ledger, int count) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CURSOR)) {
            select.setLong(1, ledger.value());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                if (count > 1) {
                    cursors(connection, ledger, count - 1);
                }
            }
        }
    }
}
