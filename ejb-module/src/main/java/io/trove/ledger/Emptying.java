package io.trove.ledger;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * Takes a ledger out of the database, over the owner's account: first, in one transaction, what makes it a ledger; then its rows,
 * few at a time, in whatever tables have rows of ledgers. Each step can be taken again.
 */
final class Emptying {

    /** So many rows go in one transaction, so that nobody else waits long. */
    static final int AT_ONCE = 1_000;

    private static final String LEFTOVER_TABLE = "ledger_leftover";

    private static final String LEFTOVER = """
            INSERT INTO ledger_leftover (ledger_id, uid, organization, environment, origin, removed_at)
            VALUES (?, ?, ?, ?, ?, ?)""";

    private static final String MAY = "SELECT has_table_privilege(CURRENT_USER, ?, 'DELETE')";

    private static final String FORGET = """
            DELETE FROM ledger_leftover
             WHERE ledger_id = ?""";

    /** Nothing is at this position: it is asked whether it could be done. */
    private static final String COULD = """
            DELETE FROM event
             WHERE ledger_id = ?
               AND position = -1""";

    private final DataSource owner;

    Emptying(DataSource owner) {
        this.owner = owner;
    }

    /** Whether the account may take rows away. */
    boolean isAble(Ledger ledger) {
        try (Connection connection = owner.getConnection()) {
            Transaction.run(
                    connection,
                    () -> deleting(
                            connection,
                            List.of("event"),
                            () -> update(connection, COULD, ledger.id().value())));
            return true;
        } catch (SQLException failure) {
            if (String.valueOf(failure.getSQLState()).startsWith("42")) {
                return false;
            }
            throw StoreUnavailable.nothingWritten(failure);
        }
    }

    /** From now on there is no such ledger: nobody finds it, and whoever is about to write to it finds no head. */
    void hide(Ledger ledger, long nowMicros) {
        try (Connection connection = owner.getConnection()) {
            Transaction.run(
                    connection,
                    () -> deleting(connection, List.of("ledger", "ledger_head"), () -> {
                        long id = ledger.id().value();
                        if (update(connection, "DELETE FROM ledger WHERE ledger_id = ?", id) == 1) {
                            update(
                                    connection,
                                    LEFTOVER,
                                    id,
                                    ledger.uid(),
                                    ledger.name().organization(),
                                    ledger.name().environment(),
                                    ledger.origin(),
                                    nowMicros);
                            update(connection, "DELETE FROM ledger_head WHERE ledger_id = ?", id);
                        }
                        return id;
                    }));
        } catch (SQLException failure) {
            throw StoreUnavailable.nothingWritten(failure);
        }
    }

    /** Takes rows away as long as it may go on; how many. */
    long empty(LedgerId removed, BooleanSupplier mayGoOn) {
        long taken = 0;
        try (Connection connection = owner.getConnection()) {
            for (String table : tables(connection)) {
                List<String> key = key(connection, table);
                int some = AT_ONCE;
                while (some > 0 && mayGoOn.getAsBoolean()) {
                    some = Transaction.run(
                            connection,
                            () -> deleting(connection, List.of(table), () -> take(connection, table, key, removed)));
                    taken += some;
                }
            }
        } catch (SQLException failure) {
            throw StoreUnavailable.nothingWritten(failure);
        }
        return taken;
    }

    /** Nothing is left, and nothing can come any more. */
    void forget(LedgerId removed) {
        try (Connection connection = owner.getConnection()) {
            Transaction.run(
                    connection,
                    () -> deleting(
                            connection, List.of(LEFTOVER_TABLE), () -> update(connection, FORGET, removed.value())));
        } catch (SQLException failure) {
            throw StoreUnavailable.nothingWritten(failure);
        }
    }

    /**
     * Does work that takes rows of tables away. Where the owner has denied itself that, as it does where it is the running
     * application too, it may for as long as the transaction lasts, and nobody else sees that it may.
     */
    private static <T> T deleting(Connection connection, List<String> tables, Transaction.Work<T> work)
            throws SQLException {
        var denied = new ArrayList<String>();
        for (String table : tables) {
            if (Database.of(connection).shared() && !may(connection, table)) {
                denied.add(table);
            }
        }
        for (String table : denied) {
            update(connection, "GRANT DELETE ON " + table + " TO CURRENT_USER");
        }
        T done = work.run();
        for (String table : denied) {
            update(connection, "REVOKE DELETE ON " + table + " FROM CURRENT_USER");
        }
        return done;
    }

    private static boolean may(Connection connection, String table) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(MAY)) {
            select.setString(1, table);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Every table that has rows of ledgers, but for the one that tells of what is left. */
    static Set<String> tables(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        var tables = new TreeSet<String>();
        try (ResultSet row =
                data.getColumns(connection.getCatalog(), connection.getSchema(), null, stored(data, "ledger_id"))) {
            while (row.next()) {
                tables.add(row.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        tables.remove(LEFTOVER_TABLE);
        return tables;
    }

    private static List<String> key(Connection connection, String table) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        var columns = new TreeMap<Integer, String>();
        try (ResultSet row =
                data.getPrimaryKeys(connection.getCatalog(), connection.getSchema(), stored(data, table))) {
            while (row.next()) {
                columns.put(row.getInt("KEY_SEQ"), row.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return columns.isEmpty() ? index(data, connection, table) : List.copyOf(columns.values());
    }

    /** The columns of the index with the most of them, where there is no primary key: rows that are alike in all go together. */
    private static List<String> index(DatabaseMetaData data, Connection connection, String table) throws SQLException {
        var indexes = new TreeMap<String, TreeMap<Integer, String>>();
        try (ResultSet row =
                data.getIndexInfo(connection.getCatalog(), connection.getSchema(), stored(data, table), false, true)) {
            while (row.next()) {
                if (row.getString("COLUMN_NAME") != null) {
                    indexes.computeIfAbsent(row.getString("INDEX_NAME"), name -> new TreeMap<>())
                            .put(
                                    row.getInt("ORDINAL_POSITION"),
                                    row.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                }
            }
        }
        return indexes.values().stream()
                .max(Comparator.comparingInt(TreeMap::size))
                .map(columns -> List.copyOf(columns.values()))
                .orElseThrow(
                        () -> new SQLException(table + " has neither a primary key nor an index to take rows away by"));
    }

    private static String stored(DatabaseMetaData data, String name) throws SQLException {
        return data.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }

    private static int take(Connection connection, String table, List<String> key, LedgerId removed)
            throws SQLException {
        String some = "SELECT " + String.join(", ", key) + " FROM " + table + " WHERE ledger_id = ? FETCH FIRST "
                + AT_ONCE + " ROWS ONLY";
        String one = "DELETE FROM " + table + " WHERE " + String.join(" = ? AND ", key) + " = ?";
        try (PreparedStatement select = connection.prepareStatement(some);
                PreparedStatement delete = connection.prepareStatement(one)) {
            select.setLong(1, removed.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    for (int i = 1; i <= key.size(); i++) {
                        delete.setObject(i, row.getObject(i));
                    }
                    delete.addBatch();
                }
            }
            return IntStream.of(delete.executeBatch()).sum();
        }
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        }
    }
}
