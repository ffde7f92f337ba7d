package io.trove.ledger;

import io.trove.filter.Tables;
import io.trove.ledger.Follows.Difference;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A kind of rows that follow from events and lie in the order of their positions.
 *
 * @param subject what one of them is called
 * @param key the columns that tell the rows of an event apart
 */
public record Following(Table table, String subject, List<String> key) {

    private static final String POSITION = "position";

    private static final String COUNT = """
            SELECT COUNT(*)
              FROM %s
             WHERE ledger_id = ?
               AND position < ?""";

    public Following {
        key = List.copyOf(key);
    }

    /** Those that are kept for events from one position up to, but without, another, in the order of the positions. */
    public List<Row> stored(Tables tables, long from, long end) throws SQLException {
        String columns = table.columns().stream().map(Column::name).collect(Collectors.joining(", "));
        String sql = "SELECT %s FROM %s WHERE ledger_id = ? AND position >= ? AND position < ? ORDER BY position"
                .formatted(columns, table.name());
        try (PreparedStatement select = tables.connection().prepareStatement(sql + tables.immutableRead())) {
            select.setLong(1, tables.ledger());
            select.setLong(2, from);
            select.setLong(3, end);
            var rows = new ArrayList<Row>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(read(row));
                }
            }
            return rows;
        }
    }

    private Row read(ResultSet row) throws SQLException {
        Object[] values = new Object[table.columns().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (table.columns().get(i).kind()) {
                case NUMBER -> row.getLong(i + 1);
                case TEXT -> row.getString(i + 1);
                case BYTES -> row.getBytes(i + 1);
            };
            values[i] = row.wasNull() ? null : values[i];
        }
        return table.row(values);
    }

    /** How many are kept below this position. */
    public long count(Tables tables, long size) throws SQLException {
        try (PreparedStatement select =
                tables.connection().prepareStatement(COUNT.formatted(table.name()) + tables.immutableRead())) {
            select.setLong(1, tables.ledger());
            select.setLong(2, size);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Where those that are kept are not those that events have; of other kinds, none is looked at. */
    public List<Difference> differences(List<Row> wanted, List<Row> kept) {
        var found = new ArrayList<Difference>();
        Map<List<Object>, Row> there = byKey(kept);
        byKey(wanted).forEach((key, row) -> {
            Row same = there.remove(key);
            if (same == null) {
                found.add(difference(row, last(), "The event has %s, and there is no row of it".formatted(row)));
            } else {
                compare(row, same, found);
            }
        });
        there.values().forEach(row -> found.add(stray(row)));
        return found;
    }

    /** A row that no event has. */
    public Difference stray(Row row) {
        return difference(row, last(), "There is a row of %s, which the event does not have".formatted(row));
    }

    private void compare(Row wanted, Row kept, List<Difference> found) {
        for (Column column : table.columns()) {
            if (!wanted.hasSame(kept, column.name())) {
                found.add(difference(
                        wanted,
                        column.name(),
                        "The row says %s, and the event has %s"
                                .formatted(kept.value(column.name()), wanted.value(column.name()))));
            }
        }
    }

    private Map<List<Object>, Row> byKey(List<Row> rows) {
        var byKey = new LinkedHashMap<List<Object>, Row>();
        for (Row row : rows) {
            if (row.table().equals(table)) {
                var at = new ArrayList<Object>(List.of(row.value(POSITION)));
                key.forEach(column -> at.add(row.value(column)));
                byKey.put(at, row);
            }
        }
        return byKey;
    }

    /** The position of the event that a row follows from. */
    public static long position(Row row) {
        return (Long) row.value(POSITION);
    }

    private String last() {
        return key.isEmpty() ? POSITION : key.get(key.size() - 1);
    }

    private Difference difference(Row row, String field, String sentence) {
        return new Difference(position(row), subject, field, sentence);
    }
}
