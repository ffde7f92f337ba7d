package io.trove.ledger;

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
}
