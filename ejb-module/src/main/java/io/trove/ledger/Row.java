package io.trove.ledger;

import java.util.Objects;
import java.util.stream.Collectors;

/** A row that an append writes with its events: Long, String and byte[] values, in the table's order of columns. */
public final class Row {

    private final Table table;
    private final Object[] values;

    Row(Table table, Object... values) {
        if (values.length != table.columns().size()) {
            throw new IllegalArgumentException("%s has %d columns, not %d"
                    .formatted(table.name(), table.columns().size(), values.length));
        }
        this.table = table;
        this.values = values;
    }

    public Table table() {
        return table;
    }

    Object value(int column) {
        return values[column];
    }

    Object value(String column) {
        return values[index(column)];
    }

    /** Whether another row of the table says the same in this column. */
    boolean hasSame(Row other, String column) {
        return Objects.deepEquals(value(column), other.value(column));
    }

    private int index(String column) {
        for (int i = 0; i < values.length; i++) {
            if (table.columns().get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException(table.name() + " has no column " + column);
    }

    /** The columns with what they say, but for the place. */
    @Override
    public String toString() {
        return table.columns().stream()
                .map(Column::name)
                .filter(name -> !name.equals("position"))
                .map(name -> name + " " + value(name))
                .collect(Collectors.joining(", "));
    }
}
