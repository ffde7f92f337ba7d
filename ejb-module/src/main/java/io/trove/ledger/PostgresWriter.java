package io.trove.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** PostgreSQL: one statement moves the head and, where it was found, inserts into all tables. */
final class PostgresWriter implements Writer {

    private static final String MOVE_HEAD = """
            WITH head AS (
              UPDATE ledger_head
                 SET size = ?,
                     recorded_at = ?,
                     tree = ?,
                     settings_version = ?
               WHERE ledger_id = ?
                 AND size = ?
                 AND settings_version = ?
                 AND epoch = ?
              RETURNING ledger_id
            )""";

    private final Map<List<Table>, String> statements = new ConcurrentHashMap<>();

    @Override
    public boolean write(Connection connection, LedgerId ledger, Head from, Head to, WriteSet rows)
            throws SQLException {
        String sql = statements.computeIfAbsent(List.copyOf(rows.rows().keySet()), PostgresWriter::statement);
        try (PreparedStatement write = connection.prepareStatement(sql)) {
            write.setLong(1, to.size());
            write.setLong(2, to.recordedAtMicros());
            write.setBytes(3, to.tree());
            write.setLong(4, to.settingsVersion());
            write.setLong(5, ledger.value());
            write.setLong(6, from.size());
            write.setLong(7, from.settingsVersion());
            write.setLong(8, from.epoch());
            int index = 9;
            for (var table : rows.rows().entrySet()) {
                for (int i = 0; i < table.getKey().columns().size(); i++) {
                    write.setArray(
                            index++, column(connection, table.getKey().columns().get(i), i, table.getValue()));
                }
            }
            try (ResultSet moved = write.executeQuery()) {
                return moved.next() && moved.getLong(1) == 1;
            }
        }
    }

    @Override
    public boolean isOneStatement() {
        return true;
    }

    private static java.sql.Array column(Connection connection, Column column, int index, List<Row> rows)
            throws SQLException {
        Object[] values = switch (column.kind()) {
            case NUMBER -> new Long[rows.size()];
            case TEXT -> new String[rows.size()];
            case BYTES -> new byte[rows.size()][];
        };
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.get(i).value(index);
        }
        return connection.createArrayOf(type(column), values);
    }

    private static String type(Column column) {
        return switch (column.kind()) {
            case NUMBER -> "int8";
            case TEXT -> "text";
            case BYTES -> "bytea";
        };
    }

    private static String statement(List<Table> tables) {
        var inserts = new ArrayList<String>();
        for (Table table : tables) {
            inserts.add(insertInto(table));
        }
        return MOVE_HEAD + String.join("", inserts) + "\nSELECT count(*) FROM head";
    }

    private static String insertInto(Table table) {
        String names = table.columns().stream().map(Column::name).collect(Collectors.joining(", "));
        String arrays = table.columns().stream()
                .map(column -> "?::" + type(column) + "[]")
                .collect(Collectors.joining(", "));
        return ", into_%1$s AS (INSERT INTO %1$s (ledger_id, %2$s) SELECT head.ledger_id, rows.* FROM head, unnest(%3$s) AS rows)"
                .formatted(table.name(), names, arrays);
    }
}
