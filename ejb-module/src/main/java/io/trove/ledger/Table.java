package io.trove.ledger;

import java.util.List;

/** A table that an append writes rows to; its first column, {@code ledger_id}, is the ledger's and not declared. */
public record Table(String name, List<Column> columns) {

    public Table(String name, Column... columns) {
        this(name, List.of(columns));
    }

    /** A row of this table: a value a column, {@code null} where there is none. */
    public Row row(Object... values) {
        return new Row(this, values);
    }
}
