package io.trove.integrity;

import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An event's row as an audit sees it: the bytes, what commits to them, and the columns that say the same again. */
record StoredEvent(
        long position, byte[] document, byte[] seed, byte[] digest, long recordedAt, Map<String, Object> columns) {

    /** Those that are extracted from the document, and where in it they come from. */
    static final Map<String, String> EXTRACTED = extracted();

    private static final String ROWS = """
            SELECT position,
                   document,
                   seed,
                   digest,
                   created_at,
                   recorded_at,
                   %s
              FROM event --DERBY-PROPERTIES constraint=event_pk
             WHERE ledger_id = ?
               AND position BETWEEN ? AND ?
             ORDER BY position""".formatted(String.join(", ", EXTRACTED.keySet()));

    static List<StoredEvent> between(Tables tables, long from, long to) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(ROWS + tables.immutableRead())) {
            select.setLong(1, tables.ledger());
            select.setLong(2, from);
            select.setLong(3, to - 1);
            var events = new ArrayList<StoredEvent>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    events.add(of(row));
                }
            }
            return events;
        }
    }

    private static StoredEvent of(ResultSet row) throws SQLException {
        var columns = new LinkedHashMap<String, Object>();
        columns.put("created_at", row.getLong(5));
        for (String column : EXTRACTED.keySet()) {
            columns.put(column, row.getObject(column));
        }
        return new StoredEvent(
                row.getLong(1), row.getBytes(2), row.getBytes(3), row.getBytes(4), row.getLong(6), columns);
    }

    private static Map<String, String> extracted() {
        var extracted = new LinkedHashMap<String, String>();
        extracted.put("event_id", "/id/id");
        extracted.put("event_version", "/id/version");
        extracted.put("type", "/type");
        extracted.put("entity_type", "/entity/type");
        extracted.put("entity_id", "/entity/id");
        extracted.put("entity_version", "/entity/version");
        extracted.put("actor_type", "/actor/type");
        extracted.put("actor_id", "/actor/id");
        extracted.put("producer", "/producer");
        extracted.put("schema_id", "/schema/id");
        extracted.put("schema_version", "/schema/version");
        return extracted;
    }
}
