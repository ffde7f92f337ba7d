package io.trove.entities;

import io.trove.ledger.Burden;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The next of some states, as many as were asked for or as there is memory for, and whether these are the last. */
record StatePage(List<StateRows.Kept> states, boolean isLast) {

    /** Once they have so many bytes, those behind them are for another page. */
    private static final long BYTES_ENOUGH = 2L << 20;

    /** The rows of a statement that looks for no more than this; large ones are read by themselves. */
    static StatePage of(PreparedStatement select, StateRows rows, int limit) throws SQLException {
        var states = new ArrayList<StateRows.Kept>();
        int looked = 0;
        long bytes = 0;
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                looked++;
                byte[] state = row.getBytes(3);
                Optional<StateRows.Kept> kept = state == null
                        ? rows.find(new EntityId(row.getString(1), row.getString(2)))
                        : Optional.of(StateRows.kept(row, state));
                kept.ifPresent(states::add);
                bytes += kept.map(StateRows.Kept::bytes).orElse(0);
                Burden.weighFolded(bytes);
                if (bytes >= BYTES_ENOUGH) {
                    return new StatePage(states, false);
                }
            }
        }
        return new StatePage(states, looked < limit);
    }
}
