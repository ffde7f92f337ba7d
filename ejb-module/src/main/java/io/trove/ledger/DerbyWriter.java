package io.trove.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Derby: the head by UPDATE, then one JDBC batch a table. The head's row never becomes shorter: Derby would reclaim what it
 * leaves, in a transaction of its own, and write its log a second time before the connection is free.
 */
final class DerbyWriter implements Writer {

    private static final String MOVE_HEAD = """
            UPDATE ledger_head
               SET size = ?,
                   recorded_at = ?,
                   tree = ?,
                   settings_version = ?
             WHERE ledger_id = ?
               AND size = ?
               AND settings_version = ?
               AND epoch = ?""";

    private final Map<Table, String> inserts = new ConcurrentHashMap<>();

    @Override
    public boolean write(Connection connection, LedgerId ledger, Head from, Head to, WriteSet rows)
            throws SQLException {
        if (!moved(connection, ledger, from, to)) {
            return false;
        }
        int count = 0;
        for (var table : rows.rows().entrySet()) {
            insert(connection, ledger, table.getKey(), table.getValue());
            count += table.getValue().size();
        }
        LockMaps.letGo(connection, ledger, count);
        return true;
    }

    @Override
    public boolean isOneStatement() {
        return false;
    }

    private static boolean moved(Connection connection, LedgerId ledger, Head from, Head to) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MOVE_HEAD)) {
            update.setLong(1, to.size());
            update.setLong(2, to.recordedAtMicros());
            update.setBytes(3, to.paddedTree());
            update.setLong(4, to.settingsVersion());
            update.setLong(5, ledger.value());
            update.setLong(6, from.size());
            update.setLong(7, from.settingsVersion());
            update.setLong(8, from.epoch());
            return update.executeUpdate() == 1;
        }
    }

    private void insert(Connection connection, LedgerId ledger, Table table, List<Row> rows) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(inserts.computeIfAbsent(table, DerbyWriter::insertInto))) {
            for (Row row : rows) {
                insert.setLong(1, ledger.value());
                for (int i = 0; i < table.columns().size(); i++) {
                    bind(insert, i + 2, table.columns().get(i).kind(), row.value(i));
                }
                if (rows.size() == 1) {
                    insert.executeUpdate();
                } else {
                    insert.addBatch();
                }
            }
            if (rows.size() > 1) {
                insert.executeBatch();
            }
        }
    }

    private static void bind(PreparedStatement insert, int index, Column.Kind kind, Object value) throws SQLException {
        switch (kind) {
            case NUMBER -> {
                if (value == null) {
                    insert.setNull(index, Types.BIGINT);
                } else {
                    insert.setLong(index, (Long) value);
                }
            }
            case TEXT -> insert.setString(index, (String) value);
            case BYTES -> insert.setBytes(index, (byte[]) value);
        }
    }

    private static String insertInto(Table table) {
        return table.columns().stream()
                        .map(Column::name)
                        .collect(Collectors.joining(
                                ", ", "INSERT INTO " + table.name() + " (ledger_id, ", ") VALUES (?"))
                + ", ?".repeat(table.columns().size())
                + ")";
    }
}
