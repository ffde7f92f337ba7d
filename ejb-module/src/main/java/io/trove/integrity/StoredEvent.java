package io.trove.integrity;

import io.trove.event.Extracted;
import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** An event's row as an audit sees it: the bytes, what commits to them, and the columns that say the same again. */
record StoredEvent(long position, byte[] document, byte[] seed, byte[] digest, Extracted columns) {

    private static final int FETCHED_AT_ONCE = 128;

    private static final String ROWS = """
            SELECT position,
                   %s,
                   seed,
                   digest,
                   event_id,
                   event_version,
                   type,
                   entity_type,
                   entity_id,
                   entity_version,
                   actor_type,
                   actor_id,
                   producer,
                   schema_id,
                   schema_version,
                   created_at,
                   recorded_at
              FROM event --DERBY-PROPERTIES constraint=event_pk
             WHERE ledger_id = ?
               AND position BETWEEN ? AND ?
             ORDER BY position""";

    /** What is done with each. */
    interface Eye {
        void see(StoredEvent event) throws SQLException;
    }

    static List<StoredEvent> between(Tables tables, long from, long to) throws SQLException {
        var events = new ArrayList<StoredEvent>();
        each(tables, from, to, events::add);
        return events;
    }

    /** Shows those from one position up to, but without, another, without holding them all. */
    static void each(Tables tables, long from, long to, Eye eye) throws SQLException {
        String sql = ROWS.formatted(tables.together("document")) + tables.immutableRead();
        try (PreparedStatement select = tables.connection().prepareStatement(sql)) {
            select.setFetchSize(FETCHED_AT_ONCE);
            select.setLong(1, tables.ledger());
            select.setLong(2, from);
            select.setLong(3, to - 1);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    eye.see(of(row, tables));
                }
            }
        }
    }

    private static StoredEvent of(ResultSet row, Tables tables) throws SQLException {
        var columns = new Extracted(
                row.getString(5),
                row.getLong(6),
                row.getString(7),
                row.getString(8),
                Optional.ofNullable(row.getString(9)),
                number(row, 10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                Optional.ofNullable(row.getString(14)),
                Optional.ofNullable(row.getString(15)),
                row.getLong(16),
                row.getLong(17));
        long position = row.getLong(1);
        return new StoredEvent(position, tables.document(row, 2, position), row.getBytes(3), row.getBytes(4), columns);
    }

    private static OptionalLong number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
