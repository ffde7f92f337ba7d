package io.trove.integrity;

import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;

/** The seeds from which the salts of events are derived. */
final class KeptSeeds {

    private static final String SEED = """
            SELECT seed
              FROM event --DERBY-PROPERTIES constraint=event_pk
             WHERE ledger_id = ?
               AND position = ?""";

    private final Tables tables;

    KeptSeeds(Tables tables) {
        this.tables = tables;
    }

    Map<Long, byte[]> at(SortedSet<Long> positions) throws SQLException {
        var seeds = new HashMap<Long, byte[]>();
        try (PreparedStatement select = tables.connection().prepareStatement(SEED + tables.immutableRead())) {
            select.setLong(1, tables.ledger());
            for (long position : positions) {
                select.setLong(2, position);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    seeds.put(position, row.getBytes(1));
                }
            }
        }
        return seeds;
    }
}
