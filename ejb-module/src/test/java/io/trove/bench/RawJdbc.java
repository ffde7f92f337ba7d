package io.trove.bench;

import io.trove.ledger.Database;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;

/** The fastest known way to write ready rows into all the tables of an append, without any of Trove's code. */
final class RawJdbc {

    private static final String[] EVENT = {
        "event_id",
        "event_version",
        "type",
        "entity_type",
        "entity_id",
        "entity_version",
        "actor_type",
        "actor_id",
        "producer",
        "schema_id",
        "schema_version",
        "created_at",
        "recorded_at",
        "content_digest",
        "digest",
        "seed",
        "document"
    };
    private static final String[] EVENT_TYPES = {
        "text", "int8", "text", "text", "text", "int8", "text", "text", "text", "text", "text", "int8", "int8", "bytea",
        "bytea", "bytea", "bytea"
    };
    private static final String INSERT_EVENT = "INSERT INTO event (" + String.join(", ", EVENT)
            + ", ledger_id, position) VALUES (?" + ", ?".repeat(18) + ")";
    private static final String INSERT_KEY =
            "INSERT INTO event_key (name, value, ledger_id, position) VALUES (?, ?, ?, ?)";
    private static final String MOVE = "UPDATE ledger_head SET size = size + ? WHERE ledger_id = ?";
    private static final String SIZE = "SELECT size FROM ledger_head WHERE ledger_id = ?";

    private final DataSource source;
    private final boolean postgres;
    private final long ledger;
    private long size;

    RawJdbc(DataSource source, Database kind, long ledger) throws SQLException {
        this.source = source;
        this.postgres = kind == Database.POSTGRESQL;
        this.ledger = ledger;
        try (Connection connection = source.getConnection()) {
            this.size = size(connection);
        }
    }

    /** Ready values of an event's row and of its index key's. */
    record Ready(Object[] event, String name, String value) {}

    /** A transaction of its own, with the head row locked first, for one event. */
    void alone(Ready row) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement move = connection.prepareStatement(MOVE)) {
                move.setLong(1, 1);
                move.setLong(2, ledger);
                move.executeUpdate();
            }
            batch(connection, List.of(row), size(connection) - 1);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    /** One transaction, in the fewest statements, for many; called by one thread at a time. */
    void together(List<Ready> rows) throws SQLException {
        try (Connection connection = source.getConnection()) {
            if (postgres) {
                oneStatement(connection, rows);
            } else {
                connection.setAutoCommit(false);
                try (PreparedStatement move = connection.prepareStatement(MOVE)) {
                    move.setLong(1, rows.size());
                    move.setLong(2, ledger);
                    move.executeUpdate();
                }
                batch(connection, rows, size);
                connection.commit();
                connection.setAutoCommit(true);
            }
            size += rows.size();
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

    private void batch(Connection connection, List<Ready> rows, long first) throws SQLException {
        try (PreparedStatement event = connection.prepareStatement(INSERT_EVENT);
                PreparedStatement key = connection.prepareStatement(INSERT_KEY)) {
            for (int i = 0; i < rows.size(); i++) {
                Object[] values = rows.get(i).event();
                for (int c = 0; c < values.length; c++) {
                    event.setObject(c + 1, values[c]);
                }
                event.setLong(18, ledger);
                event.setLong(19, first + i);
                event.addBatch();
                key.setString(1, rows.get(i).name());
                key.setString(2, rows.get(i).value());
                key.setLong(3, ledger);
                key.setLong(4, first + i);
                key.addBatch();
            }
            event.executeBatch();
            key.executeBatch();
        }
    }

    private void oneStatement(Connection connection, List<Ready> rows) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(ONE)) {
            write.setLong(1, rows.size());
            write.setLong(2, ledger);
            for (int c = 0; c < EVENT.length; c++) {
                int column = c;
                write.setArray(
                        3 + c,
                        array(
                                connection,
                                EVENT_TYPES[c],
                                rows.stream().map(row -> row.event()[column]).toArray()));
            }
            Array positions = array(
                    connection,
                    "int8",
                    LongStream.range(size, size + rows.size()).boxed().toArray());
            write.setArray(20, positions);
            write.setArray(
                    21, array(connection, "text", rows.stream().map(Ready::name).toArray()));
            write.setArray(
                    22,
                    array(connection, "text", rows.stream().map(Ready::value).toArray()));
            write.setArray(23, positions);
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

    private static final String ONE = one();

    private static String one() {
        var arrays = new StringBuilder();
        for (String type : EVENT_TYPES) {
            arrays.append("?::").append(type).append("[], ");
        }
        return """
                WITH head AS (
                  UPDATE ledger_head SET size = size + ? WHERE ledger_id = ? RETURNING ledger_id
                ), events AS (
                  INSERT INTO event (ledger_id, %s, position)
                  SELECT head.ledger_id, rows.* FROM head, unnest(%s?::int8[]) AS rows
                ), keys AS (
                  INSERT INTO event_key (ledger_id, name, value, position)
                  SELECT head.ledger_id, rows.* FROM head, unnest(?::text[], ?::text[], ?::int8[]) AS rows
                )
                SELECT count(*) FROM head""".formatted(String.join(", ", EVENT), arrays);
    }
}
