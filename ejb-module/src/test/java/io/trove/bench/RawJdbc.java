package io.trove.bench;

import io.trove.bench.RawRows.Ready;
import io.trove.ledger.Database;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The fastest known way to write ready rows into all the tables of an append, without any of Trove's code. */
final class RawJdbc {

    private static final String MOVE = "UPDATE ledger_head SET size = size + ?, tree = ? WHERE ledger_id = ?";
    private static final String SIZE = "SELECT size FROM ledger_head WHERE ledger_id = ?";

    private final DataSource source;
    private final boolean postgres;
    private final long ledger;
    private final Written written;
    private final Map<Set<RawTable>, String> statements = new ConcurrentHashMap<>();
    private final Set<String> entities = new HashSet<>();
    private long size;

    /** Which rows are written of events that begin at a position. */
    interface Written {
        Map<RawTable, List<Object[]>> of(List<Ready> ready, long first);
    }

    RawJdbc(DataSource source, Database kind, long ledger, Written written) throws SQLException {
        this.source = source;
        this.postgres = kind == Database.POSTGRESQL;
        this.ledger = ledger;
        this.written = written;
        try (Connection connection = source.getConnection()) {
            this.size = size(connection);
        }
    }

    /** A transaction of its own, with the head row locked first, for one event. */
    void alone(Ready row) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            move(connection, 1, size);
            batch(connection, written.of(List.of(row), size(connection) - 1));
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    /** One transaction, in the fewest statements, for many; called by one thread at a time. */
    void together(List<Ready> ready) throws SQLException {
        try (Connection connection = source.getConnection()) {
            var rows = written.of(ready, size);
            if (postgres) {
                oneStatement(connection, ready.size(), rows);
            } else {
                connection.setAutoCommit(false);
                move(connection, ready.size(), size + ready.size());
                batch(connection, rows);
                connection.commit();
                connection.setAutoCommit(true);
            }
            size += ready.size();
        }
    }

    private void move(Connection connection, long by, long to) throws SQLException {
        try (PreparedStatement move = connection.prepareStatement(MOVE)) {
            move.setLong(1, by);
            move.setBytes(2, RawRows.tree(to));
            move.setLong(3, ledger);
            move.executeUpdate();
        }
    }

    private long size(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SIZE)) {
            select.setLong(1, ledger);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void batch(Connection connection, Map<RawTable, List<Object[]>> rows) throws SQLException {
        for (var table : rows.entrySet()) {
            if (table.getKey() == RawTable.ENTITY_STATE) {
                Map<Boolean, List<Object[]>> states = table.getValue().stream()
                        .collect(Collectors.partitioningBy(row -> entities.add((String) row[row.length - 1])));
                batch(connection, table.getKey().insert(), states.get(true));
                batch(connection, RawTable.CHANGE_STATE, states.get(false));
            } else {
                batch(connection, table.getKey().insert(), table.getValue());
            }
        }
    }

    private void batch(Connection connection, String sql, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement write = connection.prepareStatement(sql)) {
            for (Object[] values : rows) {
                for (int i = 0; i < values.length; i++) {
                    write.setObject(i + 1, values[i]);
                }
                write.setLong(values.length + 1, ledger);
                write.addBatch();
            }
            write.executeBatch();
        }
    }

    private void oneStatement(Connection connection, int count, Map<RawTable, List<Object[]>> rows)
            throws SQLException {
        try (PreparedStatement write =
                connection.prepareStatement(statements.computeIfAbsent(Set.copyOf(rows.keySet()), each -> one(rows)))) {
            write.setLong(1, count);
            write.setBytes(2, RawRows.tree(size + count));
            write.setLong(3, ledger);
            int index = 4;
            for (var table : rows.entrySet()) {
                for (int i = 0; i < table.getKey().types().size(); i++) {
                    int column = i;
                    write.setArray(
                            index++,
                            array(
                                    connection,
                                    table.getKey().types().get(i),
                                    table.getValue().stream()
                                            .map(row -> row[column])
                                            .toArray()));
                }
            }
            write.execute();
        }
    }

    private static Array array(Connection connection, String type, Object[] values) throws SQLException {
        return connection.createArrayOf(
                type,
                switch (type) {
                    case "int8" -> Arrays.copyOf(values, values.length, Long[].class);
                    case "bytea" -> Arrays.copyOf(values, values.length, byte[][].class);
                    default -> Arrays.copyOf(values, values.length, String[].class);
                });
    }

    private static String one(Map<RawTable, List<Object[]>> rows) {
        return """
                WITH head AS (
                  UPDATE ledger_head SET size = size + ?, tree = ? WHERE ledger_id = ? RETURNING ledger_id
                )%s
                SELECT count(*) FROM head""".formatted(
                        rows.keySet().stream().map(RawTable::insertFromArrays).collect(Collectors.joining()));
    }
}
